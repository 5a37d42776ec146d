import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { OpenTransaction } from './database.ts'
import { sentAhead } from './pipelined-client.ts'
import type { Platform } from './platform.ts'
import type { PlatformTables } from './tables.ts'

interface Announced {
  readonly bureauCode: BureauCode
  readonly events: readonly DomainEvent[]
  readonly now: Date
}

/** Saves events, their place in the stream of their subject, and one delivery for each subscriber, in the caller's transaction. */
export async function appendEvents(
  platform: Pick<Platform, 'subscribers'>,
  open: OpenTransaction,
  { bureauCode, events, now }: Announced,
): Promise<void> {
  const tx = open.as<PlatformTables>()
  for (const event of events) {
    const id = uuid()
    const subscribers = (platform.subscribers.get(event.name) ?? []).map((subscriber) => subscriber.name)
    await sql`
      with place as (
        insert into platform.stream (bureau_code, subject, last_position) values (${bureauCode}, ${event.subject}, 1)
        on conflict (bureau_code, subject) do update set last_position = stream.last_position + 1
        returning last_position
      ), saved as (
        insert into platform.outbox (bureau_code, id, subject, position, name, facts, occurred_at, recorded_at)
        select ${bureauCode}, ${id}, ${event.subject}, last_position, ${event.name}, ${JSON.stringify(event.facts)}::jsonb, ${event.occurredAt}, ${now} from place
      )
      insert into platform.delivery (bureau_code, event_id, subscriber, subject, position, run_after)
      select ${bureauCode}, ${id}, subscriber, ${event.subject}, last_position, ${now}
      from place, unnest(${subscribers}::text[]) as subscriber ${sentAhead}`.execute(tx)
  }
}
