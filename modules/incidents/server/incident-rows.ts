// What the actions of this module write, as pure functions of what they read: for loading a whole county in exactly the form of one incident.
export { transferRule } from '../domain/hand-over.ts'
export { caseProposedMessage, dispatchedMessage } from './dispatch-message.ts'
export { paperRow, paperSeries } from './incident-paper-rows.ts'
export { refusalFacts, refusalMessage, refusedRows, type RefuseInput } from './refusal-rows.ts'
export { incidentRow, incidentSeries, numberIn, type ReceiveInput } from './incident-row.ts'
export { caseOf } from './open-from-incident.ts'
export { arrivedRows, type Board, type BoardRows, dispatchRow, leadOf, sentRows, signedRows, unitOn } from './dispatch-rows.ts'
export {
  askedAcceptance,
  askedFiling,
  caseFiledRows,
  clockOwed,
  type DisposeInput,
  disposedRows,
  type FileInput,
  handedOverRows,
  type HandOverInput,
  receivedRows,
  registrationRule,
  type StepRows,
} from './step-rows.ts'
export { aboutIncident, subjectOf } from './step.ts'
export type { DispatchRow, IncidentPaperRow, IncidentRow, StepLogRow } from './tables.ts'
