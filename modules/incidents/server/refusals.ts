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
  unitNotFound: ['invalid', (unitCode: string) => ({ unitCode })],
  onlyOwnUnit: ['forbidden', (unitCode: string) => ({ unitCode })],
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
  notAwaitingRefusal: ['conflict', (caseNumber: string | null) => ({ caseNumber })],
  notAwaitingFiling: ['conflict', (caseNumber: string | null) => ({ caseNumber })],
})
