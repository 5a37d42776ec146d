import { defineRefusals } from '#platform/server/refusal.ts'
import type { IncidentForm } from '../domain/incident-paper.ts'
import type { Disposition, IncidentState, Step } from '../domain/incident-state.ts'

export const refusals = defineRefusals('incidents', {
  /** Also the answer for an incident the actor may not know of. */
  incidentNotFound: ['not-found', (incidentId: string) => ({ incidentId })],
  stepNotOpen: ['conflict', (state: IncidentState, step: Step, open: readonly Step[]) => ({ state, step, open })],
  stepNotYours: ['forbidden', (step: Step, needs: readonly string[]) => ({ step, needs })],
  takenMeanwhile: ['conflict', (incidentId: string) => ({ incidentId })],
  mergesIntoItself: ['invalid', () => ({})],
  cannotMergeInto: ['conflict', (number: string, intoNumber: string | null) => ({ number, intoNumber })],
  mergeWouldLose: ['conflict', (number: string, what: 'paper' | 'merged') => ({ number, what })],
  placeNotFound: ['not-found', (placeId: string) => ({ placeId })],
  tellingDoesNotFit: ['conflict', (disposition: Disposition | null) => ({ disposition })],
  tellingNotYours: ['forbidden', (needs: readonly string[]) => ({ needs })],
  notATransfer: ['invalid', () => ({})],
  intakeNotYours: ['forbidden', () => ({})],
  unitNotFound: ['invalid', (unitCode: string) => ({ unitCode })],
  onlyOwnUnit: ['forbidden', (unitCode: string) => ({ unitCode })],
  /** It has signed, so the desk cannot take the matter from it; it can hand it on itself. */
  leadHasSigned: ['conflict', (unitCode: string) => ({ unitCode })],
  alreadySent: ['conflict', (unitCode: string) => ({ unitCode })],
  unitNotSent: ['conflict', (unitCode: string) => ({ unitCode })],
  unknownCategory: ['invalid', () => ({})],
  noteRequired: ['invalid', (disposition: Disposition) => ({ disposition })],
  causeRequired: ['invalid', () => ({})],
  causeTextRequired: ['invalid', () => ({})],
  matterRequired: ['invalid', () => ({})],
  caseIdRequired: ['invalid', () => ({})],
  reporterRequired: ['invalid', () => ({})],
  unmaskNotYours: ['forbidden', (incidentId: string) => ({ incidentId })],
  paperNotFound: ['not-found', (paperId: string) => ({ paperId })],
  paperNotYours: ['forbidden', (form: IncidentForm, needs: readonly string[]) => ({ form, needs })],
  paperDoesNotFit: ['conflict', (form: IncidentForm, disposition: Disposition | null) => ({ form, disposition })],
  paperServedBefore: ['conflict', (servedAt: string) => ({ servedAt })],
  nothingToHandOver: ['conflict', (disposition: Disposition | null, handedOverAt: string | null) => ({ disposition, handedOverAt })],
  /** Something has come of the outcome: it is dealt with where that lies. */
  correctionHasCase: ['conflict', (caseNumber: string | null) => ({ caseNumber })],
  correctionHasPaper: ['conflict', (form: IncidentForm, paperNumber: string) => ({ form, paperNumber })],
  correctionHandedOver: ['conflict', (handedOverAt: string) => ({ handedOverAt })],
  nothingToCorrect: ['conflict', (disposition: Disposition) => ({ disposition })],
  notAwaitingRefusal: ['conflict', (caseNumber: string | null) => ({ caseNumber })],
  notAwaitingFiling: ['conflict', (caseNumber: string | null) => ({ caseNumber })],
})
