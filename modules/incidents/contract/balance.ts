import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { balanceParts, faultKinds } from '../domain/balance.ts'
import { Id } from './fields.ts'

const BalanceCounts = z.record(z.enum(balanceParts), z.number())

const DayBalance = z.object({
  day: z.iso.date(),
  today: z.iso.date(),
  received: z.number(),
  units: z.array(z.object({ unitCode: z.string(), unitName: z.string(), counts: BalanceCounts, sum: z.number() })),
  totals: BalanceCounts,
  sum: z.number(),
  difference: z.number(),
  misplaced: z.number(),
  waitingTooLong: z.number(),
  numbers: z.object({ month: z.string(), given: z.number(), found: z.number() }),
  faults: z.array(z.object({ incidentId: z.nullable(Id), number: z.string(), kind: z.enum(faultKinds) })),
  /** How many there are; `faults` holds the first. */
  faultCount: z.number(),
  isBalanced: z.boolean(),
})
export type DayBalance = z.infer<typeof DayBalance>

export const readBalance = endpoint({
  method: 'GET',
  path: '/api/incident-balance',
  summary: 'One day added up: what was received against where it stands, and what is unaccounted for.',
  input: z.object({ day: z.optional(z.iso.date()) }),
  output: DayBalance,
})
