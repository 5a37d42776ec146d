import { defineTemplate } from '#modules/notifications/index.ts'

/** The first message to a reporter. Neutral: it says neither the matter nor a name, since others may read the phone. */
export const receiptMessage = defineTemplate({
  id: 'cases.receipt-issued',
  version: 1,
  zh: ({ unitName, number, link }) => `${unitName}已登记您反映的事项，编号 ${number}。查看进展：${link} 。请勿把链接转给他人。`,
  en: ({ unitName, number, link }) =>
    `${unitName} has registered your report, number ${number}. Progress: ${link} . Do not pass the link on.`,
})

/** To the staff whose decision a newly accepted suspected crime awaits. */
export const awaitingDecision = defineTemplate({
  id: 'cases.awaiting-decision',
  version: 1,
  zh: ({ unitName, number }) => `${unitName}受案 ${number}，待决定是否立案。`,
  en: ({ unitName, number }) => `${unitName} accepted case ${number}; whether to file it awaits a decision.`,
})
