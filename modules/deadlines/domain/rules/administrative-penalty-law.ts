import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, workdays } from '../length.ts'

/** 治安案件以外的行政处罚案件。法律、法规、规章另有规定的，从其规定。 */
export const otherPenaltyLimit = defineRule({
  id: 'other_admin_penalty_limit',
  title: { zh: '其他行政处罚案件办案期限', en: 'Limit of other administrative penalty cases' },
  startsWith: { zh: '立案', en: 'Filing' },
  inForce: { from: day('2021-07-15'), to: null },
  standing: 'confirmed',
  limit: days(90),
  rollsOver: 'always',
  basis: [{ law: 'penalty-law', article: '60' }],
  counting: administrativeCounting,
})

/** 其他行政处罚决定书的送达。行政处罚法的“七日”是工作日。 */
export const penaltyServiceOther = defineRule({
  id: 'penalty_service_other',
  title: { zh: '送达其他行政处罚决定书', en: 'Serving other penalty decisions' },
  startsWith: { zh: '作出决定（未能当场交付）', en: 'Decision not handed over in person' },
  inForce: { from: null, to: null },
  standing: 'confirmed',
  limit: workdays(7),
  rollsOver: 'never',
  basis: [
    { law: 'penalty-law', article: '61' },
    { law: 'penalty-law', article: '85' },
    { law: 'proc-admin', article: '36' },
  ],
  counting: [{ law: 'penalty-law', article: '85' }],
})

// 行政处罚法：证据、听证、公开。二、三、五、七日是工作日（第八十五条）。
const common = { inForce: { from: day('2021-07-15'), to: null }, standing: 'confirmed', counting: cite('penalty-law', '85') } as const

export const evidenceAdvanceRegistration = defineRule({
  ...common,
  id: 'evidence_advance_registration',
  title: { zh: '先行登记保存证据后的处理决定', en: 'Deciding on evidence registered in advance' },
  startsWith: { zh: '登记保存', en: 'Registration' },
  limit: workdays(7),
  rollsOver: 'never',
  basis: [...cite('penalty-law', '56', '85'), ...cite('proc-admin', '110')],
})

/** 程序规定仍写三日，从行政处罚法。 */
export const hearingRequest = defineRule({
  ...common,
  id: 'hearing_request',
  title: { zh: '要求听证', en: 'Asking for a hearing' },
  startsWith: { zh: '被告知', en: 'Informed' },
  limit: workdays(5),
  rollsOver: 'never',
  basis: [...cite('penalty-law', '64', '85'), ...cite('proc-admin', '133', '134')],
})

export const penaltyInfoWithdrawal = defineRule({
  ...common,
  id: 'penalty_info_withdrawal',
  title: { zh: '撤回公开的处罚决定', en: 'Withdrawing a published decision' },
  startsWith: { zh: '被变更、撤销、确认违法', en: 'Changed, revoked or held unlawful' },
  limit: workdays(3),
  rollsOver: 'never',
  basis: cite('penalty-law', '48', '85'),
})

export const fineSurcharge = defineRule({
  ...common,
  id: 'fine_surcharge',
  title: { zh: '逾期缴纳罚款的加处', en: 'Surcharge for late payment' },
  startsWith: { zh: '缴款期满次日', en: 'Day after the due date' },
  inForce: { from: null, to: null },
  limit: { words: { zh: '每日百分之三，不超过罚款数额', en: '3 % a day, at most the fine' } },
  rollsOver: 'never',
  basis: [...cite('penalty-law', '72', '73'), ...cite('proc-admin', '218')],
})
