import { day } from '#kernel/beijing-time.ts'
import { cite, defineRule } from '../deadline-rule.ts'
import { days, workdays, years } from '../length.ts'

/** 申请行政复议。法律规定超过六十日的除外；未告知权利的，最长一年。 */
export const reconsiderationApply = defineRule({
  id: 'admin_reconsideration_apply',
  title: { zh: '申请行政复议', en: 'Applying for administrative reconsideration' },
  startsWith: { zh: '知道或者应当知道该行政行为', en: 'Knowledge of the act' },
  inForce: { from: day('2024-01-01'), to: null },
  standing: 'confirmed',
  limit: days(60),
  rollsOver: 'always',
  basis: [
    { law: 'reconsideration-law', article: '20' },
    { law: 'reconsideration-law', article: '23' },
  ],
  counting: [{ law: 'reconsideration-law', article: '88' }],
})

// 行政复议法：受理、答复和决定。三、五、七、十日是工作日（第八十八条）。
const common = {
  inForce: { from: day('2024-01-01'), to: null },
  standing: 'confirmed',
  counting: cite('reconsideration-law', '88'),
} as const

export const adminReconsiderationApply2 = defineRule({
  ...common,
  id: 'admin_reconsideration_apply.2',
  title: { zh: '未告知权利的行政复议申请', en: 'Applying for reconsideration when not told of the right' },
  startsWith: { zh: '知道或者应当知道该行政行为', en: 'Knowledge of the act' },
  limit: years(1),
  rollsOver: 'always',
  basis: cite('reconsideration-law', '20'),
})

export const adminReconsiderationAccept = defineRule({
  ...common,
  id: 'admin_reconsideration_accept',
  title: { zh: '决定是否受理行政复议', en: 'Accepting or refusing reconsideration' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: workdays(5),
  rollsOver: 'never',
  basis: cite('reconsideration-law', '30', '88'),
})

export const adminReconsiderationAnswer = defineRule({
  ...common,
  id: 'admin_reconsideration_answer',
  title: { zh: '公安机关提出书面答复', en: 'The bureau answers with evidence' },
  startsWith: { zh: '收到申请书副本', en: 'Copy received' },
  limit: workdays(10),
  rollsOver: 'never',
  basis: cite('reconsideration-law', '48', '88'),
})

export const adminReconsiderationDecide = defineRule({
  ...common,
  id: 'admin_reconsideration_decide',
  title: { zh: '作出行政复议决定', en: 'Deciding the reconsideration' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: days(60),
  extensions: [{ most: { adds: days(30) }, approvers: [], when: { zh: '情况复杂', en: 'complex' } }],
  rollsOver: 'always',
  basis: cite('reconsideration-law', '62'),
})

export const adminReconsiderationDecide2 = defineRule({
  ...common,
  id: 'admin_reconsideration_decide.2',
  title: { zh: '简易程序作出行政复议决定', en: 'Deciding in summary procedure' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('reconsideration-law', '62'),
})
