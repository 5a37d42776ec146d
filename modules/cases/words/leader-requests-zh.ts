import type { RequestKind, RequestWay } from '../domain/leader-request.ts'

/** Words of the record of what leaders asked about a case. */
export const leaderRequestsZh = {
  title: '领导过问记录',
  none: '没有记录。',
  record: '记录过问',
  why: '领导干部、本单位其他人员打听案情、说情、打招呼的，承办民警应全面如实记录。记录后任何人不能改、不能删；内容只有承办民警、记录人和督察能看，其他能看本案的人只知道有记录。',
  hidden: '内容由承办民警和督察查阅。',
  kind: '性质',
  kinds: {
    'within-duty': '履行职责的指导意见',
    'asks-after': '打听案情',
    'asks-for-treatment': '要求照顾或干预处理',
    unclear: '不好判断',
  } satisfies Record<RequestKind, string> as Record<RequestKind, string>,
  way: '方式',
  ways: { 'in-person': '当面', phone: '电话', message: '短信、微信', written: '书面', 'through-others': '托人转达' } satisfies Record<
    RequestWay,
    string
  > as Record<RequestWay, string>,
  leaderName: '过问人',
  leaderPost: '单位和职务',
  what: '过问内容',
  whatHint: '说了什么、要求什么，尽量用原话。',
  when: '过问时间',
  save: '记录',
  by: (name: string, at: string) => `${name} ${at} 记录`,
  late: '补录',
}
