import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { measureKinds } from '../domain/measure.ts'
import { Id, Instant, PersonName, Reason, when } from './fields.ts'

/** A measure as those who work on the case read it; nobody else is told that there is one. */
export const MeasureCard = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  kind: z.enum(measureKinds),
  decidedBy: z.string(),
  decidedAt: Instant,
  beganAt: Instant,
  endedAt: z.nullable(Instant),
  endReason: z.nullable(z.string()),
  isLateEntry: z.boolean(),
  byName: z.string(),
})
export type MeasureCard = z.infer<typeof MeasureCard>

export const takeMeasure = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/measures',
  summary: 'Records a coercive measure on a suspect of a criminal case.',
  input: z.object({
    caseId: Id,
    /** Made by the client, so that the same click twice is one measure. */
    id: Id,
    /** A suspect of the case, or a new one with a name. */
    personId: Id,
    personName: z.optional(PersonName),
    kind: z.enum(measureKinds),
    decidedBy: z.string().check(z.trim(), z.minLength(2), z.maxLength(60)),
    /** Left out: now. */
    decidedAt: z.optional(Instant),
    ...when,
  }),
  output: z.object({ id: Id }),
})

export const endMeasure = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/measure-end',
  summary: 'Records that a coercive measure ended, and why.',
  input: z.object({ caseId: Id, measureId: Id, reason: Reason, ...when }),
  output: z.object({ id: Id, endedAt: Instant }),
})
