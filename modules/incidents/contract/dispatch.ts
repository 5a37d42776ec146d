import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { dispatchEndings, mostUnits } from '../domain/dispatch.ts'
import { incidentStates } from '../domain/incident-state.ts'
import { Id, Instant, late, UnitCodeText, told } from './fields.ts'

export const Stepped = z.object({ id: Id, number: z.string(), state: z.enum(incidentStates) })

/** One unit that was sent, with its own times. */
export const UnitSent = z.object({
  unitCode: z.string(),
  unitName: z.string(),
  isLead: z.boolean(),
  dispatchedAt: Instant,
  signedAt: z.nullable(Instant),
  signedByName: z.nullable(z.string()),
  arrivedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  ending: z.nullable(z.enum(dispatchEndings)),
  endReason: z.nullable(z.string()),
  canRecall: z.boolean(),
})
export type UnitSent = z.infer<typeof UnitSent>

/** The part of the reader's own unit. */
export const OwnPart = z.object({
  unitCode: z.string(),
  isLead: z.boolean(),
  dispatchedAt: Instant,
  signedAt: z.nullable(Instant),
  arrivedAt: z.nullable(Instant),
})
export type OwnPart = z.infer<typeof OwnPart>

export const dispatchIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/dispatch',
  summary: 'Sends an incident to units, the first of which leads where none does; one not yet signed for may be sent elsewhere instead.',
  input: z.object({
    incidentId: Id,
    unitCodes: z.array(UnitCodeText).check(z.minLength(1), z.maxLength(mostUnits)),
    /** Instead of the unit that leads and has not signed. */
    instead: z._default(z.boolean(), false),
  }),
  output: Stepped,
})

export const signIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/signature',
  summary: 'A unit signs for an incident to which it was sent.',
  input: z.object({ incidentId: Id }),
  output: Stepped,
})

export const arriveAtIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/arrival',
  summary: 'The officer is at the scene.',
  input: z.object({ incidentId: Id, ...late }),
  output: Stepped,
})

export const recallUnit = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/recall',
  summary: 'Takes a unit back; if it led, the next one leads, or the incident is at the desk again.',
  input: z.object({ incidentId: Id, unitCode: UnitCodeText, reason: told(200, 2) }),
  output: Stepped,
})

export const handOnIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/hand-on',
  summary: 'Hands the own unit’s part on to another unit, which has to sign anew; the incident counts it.',
  input: z.object({ incidentId: Id, unitCode: UnitCodeText, reason: told(200, 2) }),
  output: z.extend(Stepped, { handOns: z.number() }),
})
