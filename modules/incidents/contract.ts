import * as z from 'zod/mini'
import { givenCause } from '#modules/cases/contract.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { pageOf } from '#platform/shared/page.ts'
import { OwnPart, UnitSent } from './contract/dispatch.ts'
import { Id, Instant, late, Phone, partyRole, secrecy, sensitivity, text, UnitCodeText, told } from './contract/fields.ts'
import { IncidentPaper } from './contract/papers.ts'
import { LaterCall, MergedWith, OtherIncident } from './contract/related.ts'
import { mostUnits } from './domain/dispatch.ts'
import { Telling } from './contract/telling.ts'
import { handOverWays, reporterToldWays } from './domain/hand-over.ts'
import { incidentForms } from './domain/incident-paper.ts'
import { besideSteps, dispositions, grades, incidentStates, sources, steps } from './domain/incident-state.ts'

export * from './contract/balance.ts'
export * from './contract/outcome.ts'
export { arriveAtIncident, dispatchIncident, handOnIncident, recallUnit, signIncident } from './contract/dispatch.ts'
export type { OwnPart, UnitSent } from './contract/dispatch.ts'
export * from './contract/intake.ts'
export * from './contract/import.ts'
export * from './contract/papers.ts'
export * from './contract/related.ts'
export * from './contract/trail.ts'
export * from './contract/telling.ts'

const Response = z.object({
  awaited: z.nullable(z.enum(['dispatch', 'signature', 'arrival', 'disposition', 'filing', 'refusal', 'hand-over'])),
  since: Instant,
  level: z.enum(['normal', 'due-soon', 'urgent', 'overdue']),
})

export const IncidentCard = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(incidentStates),
  source: z.enum(sources),
  category: z.string(),
  grade: z.enum(grades),
  summary: z.string(),
  place: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  holderName: z.nullable(z.string()),
  sensitivity,
  secrecy,
  receivedAt: Instant,
  disposition: z.nullable(z.enum(dispositions)),
  caseId: z.nullable(Id),
  caseNumber: z.nullable(z.string()),
  /** How often a unit handed it on to another. */
  handOns: z.number(),
  /** How many units assist the one that leads. */
  assists: z.number(),
  /** By when a transfer has to be handed over; null where none is owed. */
  handOverDueAt: z.nullable(Instant),
  response: Response,
})
export type IncidentCard = z.infer<typeof IncidentCard>

const Cause = z.object({
  causeCode: z.string(),
  causeText: z.nullable(z.string()),
  causeLaw: z.nullable(z.string()),
  causeArticle: z.nullable(z.string()),
})

const StepTaken = z.object({
  step: z.enum(steps),
  occurredAt: Instant,
  recordedAt: Instant,
  isLateEntry: z.boolean(),
  lateReason: z.nullable(z.string()),
  byName: z.string(),
  byUnitName: z.string(),
  targetUnitName: z.nullable(z.string()),
  disposition: z.nullable(z.enum(dispositions)),
  note: z.nullable(z.string()),
  /** What was said, where the step is a later call. */
  call: z.nullable(LaterCall),
  /** The other incident of a merging, if the reader may know of it. */
  other: z.nullable(MergedWith),
  reason: z.nullable(z.string()),
  /** The outcome that a correction replaced. */
  replaced: z.nullable(z.object({ disposition: z.enum(dispositions), note: z.nullable(z.string()), cause: z.nullable(Cause) })),
})

/** From whom a matter was taken over, and what that organ calls it. */
const TransferFrom = z.object({ organ: text(100, 2), number: z.optional(text(60)) })

export const IncidentDetail = z.extend(IncidentCard, {
  /** Masked until `unmaskReporter` is asked for. */
  reporterName: z.nullable(z.string()),
  reporterPhone: z.nullable(z.string()),
  /** The reporter asked that nobody learns who it is, and the reader is none of those who have to know. */
  isReporterSecret: z.boolean(),
  /** The reporter asked for it before there was a case. */
  reporterAskedSecrecy: z.boolean(),
  dispatchedAt: z.nullable(Instant),
  signedAt: z.nullable(Instant),
  arrivedAt: z.nullable(Instant),
  disposedAt: z.nullable(Instant),
  dispositionNote: z.nullable(z.string()),
  proposedCause: z.nullable(z.string()),
  /** What the officer wrote beside `other`. */
  proposedCauseText: z.nullable(z.string()),
  proposedCauseLaw: z.nullable(z.string()),
  proposedCauseArticle: z.nullable(z.string()),
  history: z.array(StepTaken),
  mergedInto: z.nullable(OtherIncident),
  mergedFrom: z.array(OtherIncident),
  /** Every unit that was ever sent, in the order of sending. */
  sent: z.array(UnitSent),
  ownPart: z.nullable(OwnPart),
  transferFrom: z.nullable(TransferFrom),
  tellings: z.array(Telling),
  refusedAt: z.nullable(Instant),
  handedOver: z.nullable(z.object({ at: Instant, to: z.string(), way: z.enum(handOverWays), reporterTold: z.enum(reporterToldWays) })),
  /** Of what was imported: the system that it came from and its number there. */
  sourceSystem: z.nullable(z.string()),
  sourceNumber: z.nullable(z.string()),
  papers: z.array(IncidentPaper),
  can: z.object({
    steps: z.array(z.enum(steps)),
    beside: z.array(z.enum(besideSteps)),
    unmask: z.boolean(),
    seeTrail: z.boolean(),
    /** Papers that this officer may issue now. */
    issue: z.array(z.enum(incidentForms)),
    readPapers: z.boolean(),
    servePapers: z.boolean(),
    tell: z.boolean(),
  }),
})
export type IncidentDetail = z.infer<typeof IncidentDetail>

const filter = {
  state: z.optional(z.enum(incidentStates)),
  source: z.optional(z.enum(sources)),
  category: z.optional(z.string().check(z.maxLength(40))),
  unit: z.optional(UnitCodeText),
  disposition: z.optional(z.enum(dispositions)),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  number: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  open: z.optional(z.enum(['1'])),
}

export const listIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents',
  summary: 'A page of the incidents one may see, newest first.',
  input: z.object({
    ...filter,
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  output: pageOf(IncidentCard),
})

/** Answers a CSV file, not JSON. By POST, so that a filter stands neither in an address nor in a log. */
export const exportIncidents = endpoint({
  method: 'POST',
  path: '/api/incidents/export',
  summary: 'The incidents of a list as a CSV file, 50,000 at most; written into the trail.',
  input: z.object({ ...filter, isUnmasked: z._default(z.boolean(), false), reason: z.optional(told(200)) }),
  output: z.string(),
})

export const findIncident = endpoint({
  method: 'GET',
  path: '/api/incidents/:incidentId',
  summary: 'One incident with its whole history and what one may do with it.',
  input: z.object({ incidentId: Id }),
  output: IncidentDetail,
})

/** A card as it concerns my unit: where it assists, state, times and holder are its own. */
const DutyCard = z.extend(IncidentCard, { isAssisting: z.boolean() })
export type DutyCard = z.infer<typeof DutyCard>

/** What waits on the unit's screens; asked for every few seconds. */
export const unitDuties = endpoint({
  method: 'GET',
  path: '/api/unit-duties',
  summary: 'Open incidents of my units and those that await filing, the most urgent first.',
  input: z.object({}),
  output: z.object({
    unsigned: z.number(),
    underWay: z.number(),
    awaitsFiling: z.number(),
    awaitsRefusal: z.number(),
    awaitsHandOver: z.number(),
    rows: z.array(DutyCard),
    serverNow: Instant,
  }),
})

export const receiveIncident = endpoint({
  method: 'POST',
  path: '/api/incidents',
  summary: 'Registers an incident and, if a unit is named, dispatches it at once.',
  input: z.object({
    id: Id,
    source: z.enum(sources),
    category: z.string().check(z.minLength(1), z.maxLength(40)),
    grade: z.enum(grades),
    reporterName: z.optional(text(60)),
    reporterPhone: z.optional(Phone),
    place: text(200, 2),
    summary: told(2000, 2),
    sensitivity: z._default(sensitivity, 'none'),
    /** For the source `transfer` alone. */
    transferFrom: z.optional(TransferFrom),
    dispatchTo: z.optional(UnitCodeText),
    /** Units that are sent to assist the first. */
    alsoTo: z._default(z.array(UnitCodeText).check(z.maxLength(mostUnits - 1)), []),
    ...late,
  }),
  output: z.object({ id: Id, number: z.string(), state: z.enum(incidentStates) }),
})

export const fileIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/case',
  summary: 'The unit head files the administrative case that the officer recorded.',
  input: z.object({
    incidentId: Id,
    caseId: Id,
    ...givenCause,
    matter: told(500, 2),
    reporterName: z.optional(text(60)),
    reporterPhone: z.optional(Phone),
    /** Who hears of a refusal depends on it: a complainant does, a reporter does not. */
    reporterRole: z.optional(partyRole),
    /** Asked for at the scene it stays so, whatever is said here. */
    reporterIdentitySecret: z.optional(z.boolean()),
    sensitivity: z.optional(sensitivity),
    secrecy: z._default(secrecy, 'ordinary'),
    ...late,
  }),
  output: z.object({ caseId: Id, caseNumber: z.string(), receiptId: Id }),
})

export const unmaskReporter = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/unmask',
  summary: 'Tells the names and phones of the reporter and of later callers; written into the trail.',
  input: z.object({ incidentId: Id }),
  output: z.object({
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    callers: z.array(z.object({ callId: Id, name: z.nullable(z.string()), phone: z.nullable(z.string()) })),
  }),
})

/** By POST, so that a phone stands neither in an address nor in a log. */
export const findByPhone = endpoint({
  method: 'POST',
  path: '/api/incidents/by-phone',
  summary: 'The incidents that one phone reported, newest first, 50 at most; written into the trail.',
  input: z.object({ phone: Phone }),
  output: z.object({ rows: z.array(IncidentCard) }),
})
