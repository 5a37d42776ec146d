import { defineRefusals } from '#platform/server/refusal.ts'

export const refusals = defineRefusals('accounts', {
  wrongSignIn: ['unauthenticated', (waitSeconds: number) => ({ waitSeconds })],
  waitBeforeNextTry: ['too-many', (waitSeconds: number) => ({ waitSeconds })],
  codeNeeded: ['unauthenticated', () => ({})],
  wrongCode: ['unauthenticated', () => ({})],
  codeDoesNotFit: ['invalid', () => ({})],
  wrongProof: ['invalid', () => ({})],
  secondFactorDemanded: ['conflict', () => ({})],
  noSecondFactor: ['conflict', () => ({})],
  notYourOwn: ['conflict', () => ({})],
  wrongOldPassword: ['invalid', () => ({})],
  passwordTooShort: ['invalid', (shortest: number) => ({ shortest })],
  passwordHoldsPoliceNumber: ['invalid', () => ({})],
  passwordUnchanged: ['invalid', () => ({})],
  sessionNotFound: ['not-found', () => ({})],
  unitNotFound: ['not-found', () => ({})],
  officerNotFound: ['not-found', () => ({})],
  viewNotFound: ['not-found', () => ({})],
  tooManyViews: ['conflict', (limit: number) => ({ limit })],
})
