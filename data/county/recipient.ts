/** Who a matter was handed over to, by a word of what the officer wrote. */
const recipients: readonly (readonly [RegExp, string])[] = [
  [/消防/u, '县消防救援大队'],
  [/交警/u, '县公安局交通警察大队'],
  [/交通设施/u, '县交通运输局'],
  [/生态环境/u, '市生态环境局驻县分局'],
  [/城管/u, '县城市管理综合行政执法局'],
  [/市场监管/u, '县市场监督管理局'],
  [/劳动监察/u, '县劳动保障监察综合行政执法队'],
  [/住建/u, '县住房和城乡建设局'],
  [/乡镇政府|街道办/u, '所在地乡镇人民政府、街道办事处'],
  [/供电|自来水|燃气/u, '供电、供水、供气单位'],
  [/学校/u, '学校'],
  [/邻县|有管辖权/u, '有管辖权的公安机关'],
]

export const recipientIn = (result: string): string => recipients.find(([word]) => word.test(result))?.[1] ?? '主管部门'
