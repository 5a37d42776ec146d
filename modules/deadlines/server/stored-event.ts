import { z } from 'zod'
import { approvers, type ClockEvent, extensionGrounds, pauseReasons, restartReasons, tiers } from '../domain/clock-event.ts'
import { units } from '../domain/length.ts'

const At = z.coerce.date()
const Length = z.object({ count: z.number(), unit: z.enum(units) })
const decision = {
  at: At.exactOptional(),
  requestedAt: At.exactOptional(),
  approver: z.enum(approvers).exactOptional(),
  ground: z.enum(extensionGrounds).exactOptional(),
}

const Stored = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tier'), tier: z.enum(tiers), at: At.exactOptional() }),
  z.object({ kind: z.literal('decided'), count: z.number() }),
  z.object({ kind: z.literal('paused'), reason: z.enum(pauseReasons), from: At, to: At.nullable() }),
  z.object({ kind: z.literal('paused-for'), reason: z.enum(pauseReasons), count: z.number() }),
  z.object({ kind: z.literal('restarted'), reason: z.enum(restartReasons), at: At }),
  z.object({ kind: z.literal('extended'), adds: Length, ...decision }),
  z.object({ kind: z.literal('extended-to'), total: Length, ...decision }),
])

/** An event as JSON keeps it: instants are texts. */
export type StoredEvent = Readonly<Record<string, unknown>>

export const eventsOf = (stored: readonly StoredEvent[]): readonly ClockEvent[] => z.array(Stored).parse(stored)
