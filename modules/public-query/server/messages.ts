import { defineTemplate } from '#modules/notifications/index.ts'

/** A new point was reached. Neutral: others may read the phone, so it says neither what nor whether good or bad. */
export const milestoneReached = defineTemplate<{ number: string; link: string }>({
  id: 'public-query.milestone-reached',
  version: 1,
  zh: ({ number, link }) => `您反映的事项有新进展，编号 ${number}。查看：${link} 。办案民警不会向您要验证码。`,
  en: ({ number, link }) => `There is news about your report, number ${number}. Read it at ${link} . No officer will ask you for a code.`,
})

/** The code that confirms a query. It names no matter, since it may arrive where somebody else is looking. */
export const queryCode = defineTemplate<{ code: string; minutes: number }>({
  id: 'public-query.code',
  version: 1,
  zh: ({ code, minutes }) => `验证码 ${code}，${minutes} 分钟内有效，用于查询进展。不是您本人操作的，请勿告诉任何人。`,
  en: ({ code, minutes }) =>
    `Code ${code}, valid for ${minutes} minutes, for a progress query. If you did not ask for it, tell it to nobody.`,
})
