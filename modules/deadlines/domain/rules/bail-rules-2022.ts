import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 关于取保候审若干问题的规定。
const common = { inForce: { from: day('2022-09-05'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const bailDepositPayment = defineRule({
  ...common,
  id: 'bail_deposit_payment',
  title: { zh: '交纳保证金', en: 'Paying the bail deposit' },
  startsWith: { zh: '收到通知', en: 'Notice' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('bail-rules-2022', '5', '11'), ...cite('proc-crim', '87')],
})

export const bailReportIn = defineRule({
  ...common,
  id: 'bail_report_in',
  title: { zh: '向执行的派出所报到', en: 'Reporting to the executing station' },
  startsWith: { zh: '收到取保候审决定', en: 'Receipt of the decision' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('bail-rules-2022', '17'),
})

export const bailReportIn2 = defineRule({
  ...common,
  id: 'bail_report_in.2',
  title: { zh: '派出所向决定机关反馈报到', en: 'Feedback to the deciding organ' },
  startsWith: { zh: '报到', en: 'Report' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('bail-rules-2022', '17'),
})

export const bailStageTransition = defineRule({
  ...common,
  id: 'bail_stage_transition',
  title: { zh: '受案机关决定继续或者变更取保候审', en: 'The receiving organ continues or changes bail' },
  startsWith: { zh: '收到案件', en: 'Case received' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('bail-rules-2022', '26'),
})

export const bailStageTransition2 = defineRule({
  ...common,
  id: 'bail_stage_transition.2',
  title: { zh: '取保候审届满前的提醒', en: 'Warning before bail expires' },
  startsWith: { zh: '取保候审届满日', en: 'Day bail expires' },
  limit: days(15),
  countsBackFrom: 'start',
  rollsOver: 'never',
  basis: cite('bail-rules-2022', '26'),
})
