import { putConfirmedReport } from '#modules/public-query/index.ts'
import type { Extra } from './extra.ts'

type Report = Parameters<typeof putConfirmedReport>[1]['report']

interface Told {
  readonly minutesAgo: number
  readonly phone: string
  readonly report: Report
}

/** What citizens reported on the web shortly before; the worker registers it, and the desk finds it among what waits. */
const told: readonly Told[] = [
  {
    minutesAgo: 21,
    phone: '19900008811',
    report: {
      kind: 'fraud',
      what: '网上卖旧手机，买家说钱已经付到平台，让我点链接交保证金。交了 1800 元以后对方不回话，平台客服说没有这笔订单。聊天记录和转账截图都留着。',
      when: '前天晚上八点到九点',
      where: '汾川县城关镇学府街 12 号院，我在家里操作的',
      name: '柏云舟',
      concerned: 'self',
    },
  },
  {
    minutesAgo: 14,
    phone: '19900008812',
    report: {
      kind: 'damage',
      what: '停在小区路边的面包车，右边两个车窗被人砸了，车里没有少东西。门口的监控应该拍得到。',
      when: '昨天夜里，早上六点多发现的',
      where: '汾川县河西镇滨河小区南门外路边',
      name: '苗秋实',
      concerned: 'family',
    },
  },
  {
    minutesAgo: 6,
    phone: '19900008813',
    report: {
      kind: 'domestic',
      what: '楼上邻居家的女人这个月挨了好几次打，昨天胳膊青了一片，她自己不敢说。请不要告诉她家里是谁报的。',
      when: '这个月好几次，最近一次是昨天',
      where: '汾川县城关镇粮站家属院 5 号楼 3 单元',
      name: '艾霜降',
      concerned: 'other',
    },
  },
]

export const onlineReports: Extra = {
  name: 'online reports',
  async play({ county, platformAt }) {
    for (const { minutesAgo, phone, report } of told)
      await putConfirmedReport(platformAt(minutesAgo), {
        bureauCode: county.bureau,
        report,
        phone,
        address: '192.0.2.10',
        language: 'zh',
      })
  },
}
