import { defineRefusals } from '#platform/server/refusal.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { Act, CaseKind, Stage } from '../domain/stage.ts'

export const refusals = defineRefusals('cases', {
  /** Also the answer for a case the actor may not know of: the two must look the same. */
  caseNotFound: ['not-found', (caseId: string) => ({ caseId })],
  paperNotFound: ['not-found', (paperId: string) => ({ paperId })],
  partyNotFound: ['not-found', (partyId: string) => ({ partyId })],
  moveNotAllowed: ['conflict', (from: Stage, act: Act, open: readonly Act[]) => ({ from, act, open })],
  moveNotYours: ['forbidden', (act: Act, needs: readonly string[], level: 'unit' | 'bureau') => ({ act, needs, level })],
  movedMeanwhile: ['conflict', (caseId: string) => ({ caseId })],
  reasonRequired: ['invalid', (act: Act) => ({ act })],
  outcomeNotAsked: ['invalid', (act: Act) => ({ act })],
  groundRequired: ['invalid', () => ({})],
  groundNotAsked: ['invalid', (act: Act) => ({ act })],
  outcomeRequired: ['invalid', () => ({})],
  causeDoesNotFit: ['invalid', (kind: CaseKind) => ({ kind })],
  /** The person asked that nobody learns who it is: only who holds the case and the head of the unit act for them. */
  identityKeptSecret: ['forbidden', () => ({})],
  partyNotTaken: ['conflict', (stage: Stage, role: PartyRole) => ({ stage, role })],
  partyActNotYours: ['forbidden', (needs: readonly string[]) => ({ needs })],
  samePhone: ['invalid', () => ({})],
  identityCheckRequired: ['invalid', () => ({})],
  secrecyUnchanged: ['conflict', (isSecret: boolean) => ({ isSecret })],
  causeTextRequired: ['invalid', () => ({})],
  changeNotYours: ['forbidden', (kind: ChangeKind, needs: readonly string[], level: 'unit' | 'bureau') => ({ kind, needs, level })],
  nothingChanged: ['conflict', (kind: ChangeKind) => ({ kind })],
  sameOfficerTwice: ['invalid', () => ({})],
  officerNotOfUnit: ['invalid', () => ({})],
  noReviewRunning: ['conflict', (stage: Stage) => ({ stage })],
  requestNotYours: ['forbidden', () => ({})],
  measureNotYours: ['forbidden', () => ({})],
  measureNeedsCrime: ['conflict', () => ({})],
  measureNotFound: ['not-found', () => ({})],
  measureEnded: ['conflict', (endedAt: string) => ({ endedAt })],
  personNameRequired: ['invalid', () => ({})],
  trailNotYours: ['forbidden', () => ({})],
  noticeNotDue: ['conflict', (stage: Stage) => ({ stage })],
  whoseNotice: ['invalid', () => ({})],
  noticeAlreadyServed: ['conflict', (servedAt: string) => ({ servedAt })],
})
