import { defineRefusals } from '#platform/server/refusal.ts'

export const refusals = defineRefusals('public-query', {
  /** Also the answer for one that the officer may not know of. */
  disagreementNotFound: ['not-found', (disagreementId: string) => ({ disagreementId })],
  answerNotYours: ['forbidden', () => ({})],
  alreadyAnswered: ['conflict', (answeredAt: string, byName: string) => ({ answeredAt, byName })],
  settingNotYours: ['forbidden', () => ({})],
})
