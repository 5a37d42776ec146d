import type { BureauCode } from '#kernel/unit-code.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { Subscriber } from './subscriber.ts'
import type { PlatformTables } from './tables.ts'
import { firstLeaseSeconds } from './worker.ts'

interface Worked {
  readonly bureauCode: BureauCode
  readonly subscribers: ReadonlyMap<string, readonly Subscriber[]>
  /** Deliveries done before this moment are not kept. */
  readonly keptSince: Date
}

interface Announced {
  readonly outbox: PlatformTables['platform.outbox']
  readonly deliveries: readonly object[]
}

/** The rows that events leave behind once their subscribers have done their work at the first attempt; for bulk loads. */
export function bulkOutbox({ bureauCode, subscribers, keptSince }: Worked) {
  const positions = new Map<string, number>()
  return {
    announce({ name, subject, facts, occurredAt }: DomainEvent, { id, now }: { id: string; now: Date }): Announced {
      const position = (positions.get(subject) ?? 0) + 1
      positions.set(subject, position)
      const told = now < keptSince ? [] : (subscribers.get(name) ?? [])
      return {
        outbox: {
          bureau_code: bureauCode,
          id,
          subject,
          position,
          name,
          facts: JSON.stringify(facts),
          occurred_at: occurredAt,
          recorded_at: now,
        },
        deliveries: told.map((subscriber) => ({
          bureau_code: bureauCode,
          event_id: id,
          subscriber: subscriber.name,
          subject,
          position,
          run_after: new Date(now.getTime() + firstLeaseSeconds * 1_000),
          attempts: 1,
          done_at: now,
          last_error: null,
        })),
      }
    },
    streams: (): PlatformTables['platform.stream'][] =>
      [...positions].map(([subject, position]) => ({ bureau_code: bureauCode, subject, last_position: position })),
  }
}
