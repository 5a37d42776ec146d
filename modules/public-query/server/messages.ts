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
  kind: 'code',
  zh: ({ code, minutes }) => `验证码 ${code}，${minutes} 分钟内有效，用于查询进展。不是您本人操作的，请勿告诉任何人。`,
  en: ({ code, minutes }) =>
    `Code ${code}, valid for ${minutes} minutes, for a progress query. If you did not ask for it, tell it to nobody.`,
})

/** Somebody opened the page of the case: when (`day` as yyyy-MM-dd), and how to object. Neutral like the others. */
export const lookedUp = defineTemplate<{ number: string; day: string; time: string; link: string }>({
  id: 'public-query.looked-up',
  version: 2,
  kind: 'warning',
  zh: ({ number, day, time, link }) =>
    `编号 ${number} 的进展于 ${day} ${time} 被查询，验证无误。不是您本人查的：打开 ${link} 选“不是我查的”，或者告诉承办单位。`,
  en: ({ number, day, time, link }) =>
    `The progress of number ${number} was looked up on ${day} at ${time}, with the right codes. If that was not you: open ${link} and choose "That was not me", or tell the handling unit.`,
})

export const disagreementAnswered = defineTemplate<{ number: string; link: string }>({
  id: 'public-query.disagreement-answered',
  version: 1,
  zh: ({ number, link }) => `您提出的异议已有答复，编号 ${number}。查看：${link} 。办案民警不会向您要验证码。`,
  en: ({ number, link }) => `What you raised has been answered, number ${number}. Read it at ${link} . No officer will ask you for a code.`,
})

/** To the head of the unit, and to the case centre, which answers. */
export const partyDisagrees = defineTemplate<{ number: string; milestoneZh: string; milestoneEn: string }>({
  id: 'public-query.party-disagrees',
  version: 1,
  zh: ({ number, milestoneZh }) => `当事人对“${milestoneZh}”有异议，编号 ${number}，等待案管中心答复。`,
  en: ({ number, milestoneEn }) => `A party disagrees with "${milestoneEn}", number ${number}; the case centre has to answer.`,
})

export const lookWasNotTheirs = defineTemplate<{ number: string }>({
  id: 'public-query.not-me',
  version: 1,
  zh: ({ number }) => `当事人说有一次查询不是本人所为，编号 ${number}。网页和验证码已全部作废；请与当事人核对手机和回执是否在本人手中。`,
  en: ({ number }) =>
    `A party says that a look-up was not theirs, number ${number}. All open pages and codes have ended; check with the party whether phone and receipt are in their hands.`,
})
