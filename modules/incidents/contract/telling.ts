import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { tellingWays } from '../domain/telling.ts'
import { Id, Instant, late, text } from './fields.ts'

/** That the person was told: not a matter for the police. */
export const Telling = z.object({
  id: Id,
  way: z.enum(tellingWays),
  organ: z.nullable(z.string()),
  isDisputed: z.boolean(),
  toldAt: Instant,
  byName: z.string(),
})

export const recordTelling = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/tellings',
  summary: 'Records that the person was told at once that the matter is not for the police, and which organ was named.',
  input: z.object({
    incidentId: Id,
    tellingId: Id,
    way: z.enum(tellingWays),
    /** The organ to turn to, if there is one. */
    organ: z.optional(text(100, 2)),
    /** The person does not agree: then the notice is due in writing. */
    isDisputed: z.boolean(),
    ...late,
  }),
  output: z.object({ id: Id, toldAt: Instant }),
})
