import type { FaultKind } from '../domain/balance.ts'

const faults: Record<FaultKind, string> = {
  'no-state': '已处置却没有去向，或未处置却有去向',
  'no-receipt': '没有接警记录',
  'moved-day': '接警时间与接警记录不一致',
  'no-case': '去向是刑事案件，却没有案件',
  'number-missing': '编号已给出，却没有这件警情',
  'not-decided': '民警认为没有违法事实，超过 24 小时所队长仍未决定是否不予立案',
  'not-filed': '提请行政立案，超过 24 小时所队长仍未立案',
  'not-handed-over': '决定移送，超过期限仍未交接',
}

/** Words of the daily balance, on the screen and on the command line. */
export const balanceZh = {
  title: '警情平账',
  explain: '接警记录里的每一件，都要在某一种状态里找到。差额不为零、没有着落的，或者有了去向却逾期未办结的，标红。',
  previousDay: '前一天',
  nextDay: '后一天',
  chooseDay: '日期',
  onlyVisible: '只计您能看到的警情。',
  holds: (received: number) => `接警 ${received} 件，件件有着落`,
  nothing: '这一天没有接警',
  broken: (count: number) => `有 ${count} 处没有着落`,
  received: '接警记录',
  sum: '各状态合计',
  difference: '差额',
  waiting: (count: number) => `其中 ${count} 件超过 24 小时仍未处置或未立案`,
  numbers: (month: string, given: number, found: number) =>
    `${month.slice(0, 4)} 年 ${Number(month.slice(4))} 月编号：给出 ${given} 个，在册 ${found} 件`,
  unit: '单位',
  total: '合计',
  faultsTitle: '没有着落',
  faultNumber: '编号',
  faultWhy: '哪里不对',
  faults,
  moreFaults: (count: number) => `另有 ${count} 处，未一一列出`,
  misplaced: '不在任何状态',
  numbersShort: '编号',
  openList: '看清单',
  print: '打印',
}
