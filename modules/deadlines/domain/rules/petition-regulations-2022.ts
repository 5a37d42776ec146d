import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 信访工作条例。
const common = { inForce: { from: day('2022-05-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const petitionNotice = defineRule({
  ...common,
  id: 'petition_notice',
  title: { zh: '告知是否受理信访', en: 'Telling the petitioner whether it is accepted' },
  startsWith: { zh: '收到', en: 'Receipt' },
  limit: days(15),
  rollsOver: 'always',
  basis: cite('petition-regulations-2022', '22', '23'),
})

export const petitionHandling = defineRule({
  ...common,
  id: 'petition_handling',
  title: { zh: '办理信访事项', en: 'Handling the petition' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: days(60),
  extensions: [{ most: { adds: days(30) }, approvers: [], when: { zh: '情况复杂，经批准', en: 'complex, approved' } }],
  rollsOver: 'always',
  basis: cite('petition-regulations-2022', '34'),
})

export const petitionHandling2 = defineRule({
  ...common,
  id: 'petition_handling.2',
  title: { zh: '信访复查', en: 'Review of the petition' },
  startsWith: { zh: '收到复查请求', en: 'Receipt of the request' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('petition-regulations-2022', '35'),
})

export const petitionHandling3 = defineRule({
  ...common,
  id: 'petition_handling.3',
  title: { zh: '信访复核', en: 'Re-review of the petition' },
  startsWith: { zh: '收到复核请求', en: 'Receipt of the request' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('petition-regulations-2022', '36'),
})
