import { defineRefusals } from '#platform/server/refusal.ts'

export const refusals = defineRefusals('audit', {
  exportTooLarge: ['invalid', (limit: number) => ({ limit })],
  exportReasonRequired: ['invalid', () => ({})],
  sheetNotFound: ['not-found', () => ({})],
  exportUnmaskNotYours: ['forbidden', () => ({})],
})
