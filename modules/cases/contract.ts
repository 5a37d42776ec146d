import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { pageOf } from '#platform/shared/page.ts'
import { Id, Instant, PersonName, Phone, Reason, when } from './contract/fields.ts'
import { MeasureCard } from './contract/measures.ts'
import { NewParty, PartyCard, PartyChangeCard } from './contract/parties.ts'
import { givenCause, keptCause, recordParts } from './contract/record.ts'
import { partyRoles, secrecies, sensitivities } from './domain/disclosure.ts'
import { serviceWays } from './domain/party.ts'
import { refusalGrounds } from './domain/refusal-ground.ts'
import { reviewTiers } from './domain/review-tier.ts'
import { acts, caseKinds, outcomes, stages } from './domain/stage.ts'

export { Id, Instant, Phone } from './contract/fields.ts'
export { addParty, changePartyPhone, NewParty, reissueReceipt, setIdentitySecrecy, unmaskParty } from './contract/parties.ts'
export { endMeasure, type MeasureCard, takeMeasure } from './contract/measures.ts'
export { type LeaderRequestCard, listLeaderRequests, recordLeaderRequest } from './contract/leader-requests.ts'
export { listCaseTrail } from './contract/trail.ts'
export { assignOfficers, changeCause, changeDisclosure, type ChangeMade, extendReview, givenCause } from './contract/record.ts'

export const UnitCodeText = z.string().check(z.regex(/^\d{12}$/))

/** A running or ended clock of the law, as a chip shows it. Which state it is in is told by `deadlines`. */
export const ClockCard = z.object({
  rule: z.string(),
  startedAt: Instant,
  dueAt: Instant,
  state: z.enum(['running', 'met', 'stopped', 'cancelled']),
  level: z.enum(['normal', 'due-soon', 'urgent', 'overdue', 'stopped']),
  isProvisional: z.boolean(),
  metAt: z.nullable(Instant),
  /** How often it was made longer, of how often it may be. */
  extended: z.nullable(z.object({ count: z.number(), of: z.number() })),
})
export type ClockCard = z.infer<typeof ClockCard>

export const CaseCard = z.object({
  id: Id,
  number: z.string(),
  kind: z.enum(caseKinds),
  stage: z.enum(stages),
  stageSince: Instant,
  outcome: z.nullable(z.enum(outcomes)),
  ...keptCause,
  matter: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  holderName: z.string(),
  secondName: z.nullable(z.string()),
  secrecy: z.enum(secrecies),
  sensitivity: z.enum(sensitivities),
  openedAt: Instant,
  closedAt: z.nullable(Instant),
  clock: z.nullable(ClockCard),
})
export type CaseCard = z.infer<typeof CaseCard>

const StageMove = z.object({
  act: z.enum(acts),
  from: z.nullable(z.enum(stages)),
  to: z.enum(stages),
  occurredAt: Instant,
  recordedAt: Instant,
  isLateEntry: z.boolean(),
  lateReason: z.nullable(z.string()),
  byName: z.string(),
  byUnitName: z.string(),
  reason: z.nullable(z.string()),
  ground: z.nullable(z.enum(refusalGrounds)),
})

const PaperCard = z.object({
  id: Id,
  form: z.enum(['acceptance-receipt', 'admin-filing-notice', 'no-filing-notice']),
  paperNumber: z.string(),
  partyId: z.nullable(Id),
  issuedAt: Instant,
  /** The how-many-eth time it was issued again; 0 for the first. */
  reissueNumber: z.number(),
  /** Another one was issued in its place. */
  isVoid: z.boolean(),
  /** It is the paper of a party whose identity is kept secret from this reader. */
  isWithheld: z.boolean(),
  /** Of a notice: how it reached the one it is made out for; null as long as it did not. */
  served: z.nullable(
    z.object({
      way: z.enum(serviceWays),
      at: Instant,
      recordedAt: Instant,
      isLateEntry: z.boolean(),
      lateReason: z.nullable(z.string()),
      byName: z.string(),
    }),
  ),
})

/** An act offered to this officer for this case, with what it will ask for. */
const OfferedAct = z.object({
  act: z.enum(acts),
  to: z.enum(stages),
  needsReason: z.boolean(),
  article: z.object({ law: z.string(), article: z.string() }),
})

export const CaseDetail = z.extend(CaseCard, {
  incidentId: z.nullable(Id),
  incidentNumber: z.nullable(z.string()),
  reportedAt: Instant,
  /** `subject` is what `deadlines` knows the clock by; one owed to a single party has its own. */
  clocks: z.array(z.extend(ClockCard, { subject: z.string() })),
  history: z.array(StageMove),
  ...recordParts,
  measures: z.array(MeasureCard),
  parties: z.array(PartyCard),
  partyChanges: z.array(PartyChangeCard),
  papers: z.array(PaperCard),
  can: z.object({
    acts: z.array(OfferedAct),
    unmask: z.boolean(),
    readPapers: z.boolean(),
    serveNotice: z.boolean(),
    seeTrail: z.boolean(),
    /** As what somebody may still be added; empty: not here, or not by this officer. */
    addParty: z.array(z.enum(partyRoles)),
    changeRecord: z.boolean(),
    takeMeasure: z.boolean(),
    extendReview: z.array(z.enum(reviewTiers)),
  }),
})
export type CaseDetail = z.infer<typeof CaseDetail>

const filter = {
  kind: z.optional(z.enum(caseKinds)),
  stage: z.optional(z.enum(stages)),
  unit: z.optional(UnitCodeText),
  cause: z.optional(z.string().check(z.maxLength(60))),
  level: z.optional(z.enum(['overdue', 'running'])),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  number: z.optional(z.string().check(z.trim(), z.maxLength(40))),
}

export const listCases = endpoint({
  method: 'GET',
  path: '/api/cases',
  summary: 'A page of the cases one may see, newest first.',
  input: z.object({
    ...filter,
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  output: pageOf(CaseCard),
})

/** Answers a CSV file, not JSON. By POST, so that a filter stands neither in an address nor in a log. */
export const exportCases = endpoint({
  method: 'POST',
  path: '/api/cases/export',
  summary: 'The cases of a list as a CSV file, 50,000 at most; written into the trail.',
  input: z.object({ ...filter, isUnmasked: z._default(z.boolean(), false), reason: z.optional(Reason) }),
  output: z.string(),
})

export const findCase = endpoint({
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: 'One case with its clocks, history, parties, papers and what one may do with it.',
  input: z.object({ caseId: Id }),
  output: CaseDetail,
})

export const moveCase = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/moves',
  summary: 'Files, refuses, transfers or decides a case.',
  input: z.object({
    caseId: Id,
    act: z.enum(['file', 'refuse', 'transfer', 'decide']),
    outcome: z.optional(z.enum(outcomes)),
    /** Of a refusal: the ground of the law, printed on the notice before the reason. */
    ground: z.optional(z.enum(refusalGrounds)),
    reason: z.optional(Reason),
    ...when,
  }),
  output: z.object({ id: Id, number: z.string(), stage: z.enum(stages) }),
})

export const serveNotice = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/notice-service',
  summary: 'Records how and when the notice of refusal was served on a complainant.',
  input: z.object({
    caseId: Id,
    /** The complainant it was served on; may be left out where one notice alone waits. */
    partyId: z.optional(Id),
    way: z.enum(serviceWays),
    ...when,
  }),
  output: z.object({ servedAt: Instant }),
})

/** Answers the printed form itself, not JSON. */
export const readPaper = endpoint({
  method: 'GET',
  path: '/api/cases/:caseId/papers/:paperId',
  summary: 'The printed form of a receipt or notice, as PDF.',
  input: z.object({ caseId: Id, paperId: Id }),
  output: z.string(),
})

/** What opens a case; the doors of `incidents` fill it from the incident. */
export const OpenCase = z.object({
  id: Id,
  kind: z.enum(caseKinds),
  ...givenCause,
  matter: z.string().check(z.trim(), z.minLength(2), z.maxLength(500)),
  sensitivity: z.enum(sensitivities),
  secrecy: z.enum(secrecies),
  reporter: z.object({
    name: PersonName,
    phone: z.nullable(Phone),
    role: z.enum(partyRoles),
    /** Asked for before the case was opened, so that already the first receipt names nobody. */
    isIdentitySecret: z.optional(z.boolean()),
  }),
  /** Others who are parties from the beginning; each gets a receipt of its own. */
  others: z.optional(z.array(NewParty).check(z.maxLength(20))),
})
export type OpenCase = z.infer<typeof OpenCase>

/** The home page's two lists: what waits for my decision, and what is late. */
export const caseDuties = endpoint({
  method: 'GET',
  path: '/api/case-duties',
  summary: 'How many cases wait for my decision and how many that I may see are overdue.',
  input: z.object({}),
  output: z.object({ awaiting: z.number(), overdue: z.number(), rows: z.array(CaseCard) }),
})
