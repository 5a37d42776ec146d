import { day } from '#kernel/beijing-time.ts'
import { cite, defineRule } from '../deadline-rule.ts'
import { workdays } from '../length.ts'

// 政府信息公开条例。
const common = { inForce: { from: day('2019-05-15'), to: null }, standing: 'confirmed', counting: cite('ogi-regulations', '33') } as const

export const infoDisclosureReply = defineRule({
  ...common,
  id: 'info_disclosure_reply',
  title: { zh: '答复政府信息公开申请', en: 'Reply to an information request' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: workdays(20),
  extensions: [
    {
      most: { adds: workdays(20) },
      approvers: [],
      when: { zh: '经信息公开机构负责人同意', en: 'agreed by the head of the disclosure office' },
    },
  ],
  rollsOver: 'never',
  basis: cite('ogi-regulations', '33'),
})

export const infoActiveDisclosure = defineRule({
  ...common,
  id: 'info_active_disclosure',
  title: { zh: '主动公开政府信息', en: 'Proactive publication' },
  startsWith: { zh: '信息形成或者变更', en: 'Information formed' },
  limit: workdays(20),
  rollsOver: 'never',
  basis: cite('ogi-regulations', '26'),
})
