import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { incidentStates, sources } from '../domain/incident-state.ts'
import { Id, Instant, late, Phone, text, told } from './fields.ts'

/** A later call, as a line of the history. Its caller is masked, and absent for who may not know who reported. */
export const LaterCall = z.object({
  id: Id,
  channel: z.enum(sources),
  said: z.string(),
  callerName: z.nullable(z.string()),
  callerPhone: z.nullable(z.string()),
})

/** Another incident, by both its names. */
export const OtherIncident = z.object({ id: Id, number: z.string() })

/** The other side of a merging; `goesOn` where that is the one that the matter goes on in. */
export const MergedWith = z.extend(OtherIncident, { goesOn: z.boolean() })

export const addCall = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/calls',
  summary: 'Adds a later call to the incident that it is about, instead of registering the matter again.',
  input: z.object({
    incidentId: Id,
    callId: Id,
    channel: z.enum(sources),
    callerName: z.optional(text(60)),
    callerPhone: z.optional(Phone),
    said: told(2000, 2),
    ...late,
  }),
  output: z.object({ id: Id, number: z.string(), callId: Id, calledAt: Instant }),
})

export const mergeIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/merge',
  summary: 'Merges a second registration of the same matter into the first; both numbers stay.',
  input: z.object({ incidentId: Id, intoId: Id, reason: told(200, 2) }),
  output: z.object({ id: Id, number: z.string(), state: z.enum(incidentStates), into: OtherIncident }),
})

export const unmergeIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/unmerge',
  summary: 'Undoes a merging: the incident stands again where it stood.',
  input: z.object({ incidentId: Id, reason: told(200, 2) }),
  output: z.object({ id: Id, number: z.string(), state: z.enum(incidentStates) }),
})
