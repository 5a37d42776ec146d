import { defineTemplate } from '#modules/notifications/index.ts'

/** The first message to a reporter. Neutral: it says neither the matter nor a name, since others may read the phone. */
export const receiptMessage = defineTemplate({
  id: 'cases.receipt-issued',
  version: 1,
  zh: ({ unitName, number, link }) => `${unitName}已登记您反映的事项，编号 ${number}。查看进展：${link} 。请勿把链接转给他人。`,
  en: ({ unitName, number, link }) =>
    `${unitName} has registered your report, number ${number}. Progress: ${link} . Do not pass the link on.`,
})

/** A receipt was issued again. Without code or link: who has the phone is not for certain who stood at the counter. */
export const receiptReissuedMessage = defineTemplate({
  id: 'cases.receipt-reissued',
  version: 1,
  kind: 'warning',
  zh: ({ unitName, number }) => `编号 ${number} 的查询凭证已补发，原查询码作废。不是您本人办理的，请联系${unitName}。`,
  en: ({ unitName, number }) =>
    `The receipt for number ${number} was issued again and its old code is void. If it was not you, contact ${unitName}.`,
})

/** To a phone that was registered in place of another one. */
export const phoneRegisteredMessage = defineTemplate({
  id: 'cases.phone-registered',
  version: 1,
  kind: 'warning',
  zh: ({ unitName, number, link }) =>
    `本手机号已登记为编号 ${number} 的查询手机号。查看进展：${link} 。不是您本人办理的，请联系${unitName}。`,
  en: ({ unitName, number, link }) =>
    `This phone is now registered for number ${number}. Progress: ${link} . If it was not you, contact ${unitName}.`,
})

/** To the staff whose decision a newly accepted suspected crime awaits. */
export const awaitingDecision = defineTemplate({
  id: 'cases.awaiting-decision',
  version: 1,
  zh: ({ unitName, number }) => `${unitName}受案 ${number}，待决定是否立案。`,
  en: ({ unitName, number }) => `${unitName} accepted case ${number}; whether to file it awaits a decision.`,
})

/** What goes to the phones of parties, for approval by gateways. */
export const phoneTemplates = [receiptMessage, receiptReissuedMessage, phoneRegisteredMessage]
