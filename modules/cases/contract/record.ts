import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { secrecies, sensitivities } from '../domain/disclosure.ts'
import { caseFindings } from '../domain/findings.ts'
import { reviewTiers } from '../domain/review-tier.ts'
import { acts } from '../domain/stage.ts'
import { Id, Instant, Reason, when } from './fields.ts'

/** A cause of the list, or `other` with what it is; law and article where the officer knows them. */
export const givenCause = {
  causeCode: z.string().check(z.minLength(1), z.maxLength(60)),
  causeText: z.optional(z.string().check(z.trim(), z.minLength(2), z.maxLength(60))),
  causeLaw: z.optional(z.string().check(z.trim(), z.minLength(2), z.maxLength(40))),
  causeArticle: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
}

/** A cause as it stands on the record. */
export const keptCause = {
  causeCode: z.string(),
  causeText: z.nullable(z.string()),
  causeLaw: z.nullable(z.string()),
  causeArticle: z.nullable(z.string()),
}

const CauseState = z.object(keptCause)
const NamedOfficer = z.object({ id: Id, name: z.string() })
const OfficersState = z.object({ holder: NamedOfficer, second: z.nullable(NamedOfficer) })
const DisclosureState = z.object({ secrecy: z.enum(secrecies), sensitivity: z.enum(sensitivities) })
const ReviewState = z.object({ days: z.number(), dueAt: z.string() })

const made = {
  reason: z.nullable(z.string()),
  occurredAt: Instant,
  recordedAt: Instant,
  isLateEntry: z.boolean(),
  lateReason: z.nullable(z.string()),
  byName: z.string(),
  byUnitName: z.string(),
}

/** A change of the record, as it was and as it became. */
export const ChangeMade = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cause'), was: CauseState, became: CauseState, ...made }),
  z.object({ kind: z.literal('officers'), was: OfficersState, became: OfficersState, ...made }),
  z.object({ kind: z.literal('disclosure'), was: DisclosureState, became: DisclosureState, ...made }),
  z.object({ kind: z.literal('review'), was: ReviewState, became: ReviewState, ...made }),
])
export type ChangeMade = z.infer<typeof ChangeMade>

/** What is irregular about the case as it stands. */
const FindingCard = z.object({
  rule: z.enum(caseFindings),
  severity: z.enum(['block', 'warn', 'remind']),
  basis: z.array(z.object({ law: z.string(), article: z.string() })),
})

/** What follows, and who decides it. */
const NextAct = z.object({ act: z.enum(acts), by: z.array(z.enum(roles)), level: z.enum(['unit', 'bureau']) })

/** What the page of a case shows of its record besides the moves. */
export const recordParts = {
  changes: z.array(ChangeMade),
  findings: z.array(FindingCard),
  next: z.array(NextAct),
  holderId: Id,
  secondId: z.nullable(Id),
  receiverName: z.string(),
}

export const changeCause = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/cause',
  summary: 'Changes the cause of a case, with the reason; the number stays.',
  input: z.object({ caseId: Id, ...givenCause, reason: Reason }),
  output: CauseState,
})

export const assignOfficers = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/officers',
  summary: 'Names the holder and the second investigator, out of the officers of the unit.',
  input: z.object({ caseId: Id, holderId: Id, secondId: z.nullable(Id), reason: z.optional(Reason) }),
  output: OfficersState,
})

export const changeDisclosure = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/disclosure',
  summary: 'Makes a case secret or sensitive, or lifts it, with the reason.',
  input: z.object({ caseId: Id, secrecy: z.enum(secrecies), sensitivity: z.enum(sensitivities), reason: Reason }),
  output: DisclosureState,
})

export const extendReview = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/review-time',
  summary: 'Lets the review for filing take 7 days, or 30 with the approval of the county leader.',
  input: z.object({ caseId: Id, tier: z.enum(reviewTiers), reason: Reason, ...when }),
  output: z.object({ dueAt: Instant }),
})
