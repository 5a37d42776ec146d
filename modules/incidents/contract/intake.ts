import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { fewestDuplicateHours, mostDuplicateHours } from '../domain/duplicate-window.ts'
import { incidentStates } from '../domain/incident-state.ts'
import { Id, Instant, Phone, text, UnitCodeText } from './fields.ts'

const Similar = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(incidentStates),
  category: z.string(),
  place: z.string(),
  summary: z.string(),
  unitName: z.string(),
  receivedAt: Instant,
  because: z.array(z.enum(['phone', 'place'])),
})
export type Similar = z.infer<typeof Similar>

/** By POST: what is typed holds the phone and the place of a caller. */
export const findSimilar = endpoint({
  method: 'POST',
  path: '/api/incidents/similar',
  summary: 'Recent incidents that a call being typed may be about: from the same phone, or at the same place; at most five.',
  input: z.object({ phone: z.optional(Phone), place: z.optional(text(200, 2)) }),
  output: z.object({
    /** How far back was looked. */
    hours: z.number(),
    rows: z.array(Similar),
  }),
})

const Place = z.object({ id: Id, name: z.string(), location: z.string(), unitCode: z.string(), unitName: z.string() })
export type Place = z.infer<typeof Place>

/** By POST: what is typed may be where a caller lives. */
export const searchPlaces = endpoint({
  method: 'POST',
  path: '/api/incident-places/search',
  summary: 'Places of the bureau’s book by name, location or first letters; those that begin with it first.',
  input: z.object({
    typed: z.string().check(z.trim(), z.maxLength(200)),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 8),
  }),
  output: z.object({ rows: z.array(Place) }),
})

export const addPlace = endpoint({
  method: 'POST',
  path: '/api/incident-places',
  summary: 'Adds a place to the bureau’s book, with the unit whose beat it is on.',
  input: z.object({
    id: Id,
    name: text(60, 2),
    location: text(200, 2),
    unitCode: UnitCodeText,
    longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
    latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  }),
  output: z.object({ id: Id }),
})

export const removePlace = endpoint({
  method: 'POST',
  path: '/api/incident-places/:placeId/removal',
  summary: 'Takes a place out of the book; incidents that name it keep their words.',
  input: z.object({ placeId: Id }),
  output: z.object({ id: Id }),
})

const IntakeSetting = z.object({ duplicateHours: z.number(), setAt: z.nullable(Instant), setByName: z.nullable(z.string()) })

export const findIntakeSetting = endpoint({
  method: 'GET',
  path: '/api/intake-setting',
  summary: 'How far back a call is compared with earlier incidents.',
  input: z.object({}),
  output: IntakeSetting,
})

export const changeIntakeSetting = endpoint({
  method: 'POST',
  path: '/api/intake-setting',
  summary: 'Sets how far back a call is compared with earlier incidents.',
  input: z.object({ duplicateHours: z.int().check(z.minimum(fewestDuplicateHours), z.maximum(mostDuplicateHours)) }),
  output: IntakeSetting,
})
