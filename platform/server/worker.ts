import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { About } from './context.ts'
import { openAs } from './database.ts'
import { appendEvents } from './outbox.ts'
import type { Platform } from './platform.ts'
import type { Subscriber } from './subscriber.ts'

/** After so many attempts a delivery waits for an operator, and so do the later ones of its subject. */
export const attemptLimit = 12

/** How long the first attempt may take before another worker tries; each further one twice as long. */
export const firstLeaseSeconds = 15

/** Work that a module does by itself, such as sending messages; true asks to be called again at once. */
export interface Loop {
  readonly name: string
  readonly everyMs: number
  turn(platform: Platform): Promise<boolean>
}

interface Claimed {
  bureau_code: BureauCode
  event_id: string
  subscriber: string
  attempts: number
  name: string
  subject: string
  position: number
  facts: unknown
  occurred_at: Date
  recorded_at: Date
}

/** Counts the attempt before making it, so that work which kills its worker is not tried for ever; `run_after` is the lease. */
async function claim(platform: Platform, now: Date): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with due as (
      select bureau_code, event_id, subscriber from platform.delivery as mine
      where done_at is null and run_after <= ${now} and attempts < ${attemptLimit}
        and not exists (
          select from platform.delivery as earlier
          where earlier.bureau_code = mine.bureau_code and earlier.subscriber = mine.subscriber and earlier.subject = mine.subject
            and earlier.position < mine.position and earlier.done_at is null
        )
      order by run_after limit 1 for update skip locked
    ), leased as (
      update platform.delivery as work
      set attempts = attempts + 1, run_after = ${now}::timestamptz + interval '1 second' * ${firstLeaseSeconds} * power(2, least(attempts, 8))
      from due
      where work.bureau_code = due.bureau_code and work.event_id = due.event_id and work.subscriber = due.subscriber
      returning work.bureau_code, work.event_id, work.subscriber, work.attempts
    )
    select leased.*, name, subject, position, facts, occurred_at, recorded_at
    from leased join platform.outbox on outbox.bureau_code = leased.bureau_code and outbox.id = leased.event_id`.execute(platform.db)
  return rows[0]
}

/** Locks a delivery for as long as it is being carried out; false if another worker has taken it up or done it meanwhile. */
async function isStillMine(tx: Platform['db'], work: Claimed): Promise<boolean> {
  const { rows } = await sql`select from platform.delivery
    where bureau_code = ${work.bureau_code} and event_id = ${work.event_id} and subscriber = ${work.subscriber}
      and done_at is null and attempts = ${work.attempts} for update`.execute(tx)
  return rows.length > 0
}

/** False, and without any effect, if the lease ran out and another worker took the work over. */
async function carryOut(platform: Platform, subscriber: Subscriber, work: Claimed): Promise<boolean> {
  return platform.db.transaction().execute(async (tx) => {
    if (!(await isStillMine(tx, work))) return false
    const open = openAs(tx)
    const now = await platform.clock.now(open)
    const events: DomainEvent[] = []
    let about: About | null = null
    const { bureau_code: bureauCode, event_id: id, name, subject, position, facts, occurred_at: occurredAt, recorded_at: recordedAt } = work
    await subscriber.handle(
      {
        actor: { kind: 'job', id: subscriber.name, bureauCode },
        now,
        open,
        vault: platform.vault,
        addresses: platform.addresses,
        isDemo: platform.isDemo,
        inputHash: platform.vault.hash('input', id),
        emit: (event) => void events.push(event),
        about: (given) => void (about = given),
      },
      { id, name, subject, position: Number(position), bureauCode, facts, occurredAt, recordedAt },
    )
    await appendEvents(platform, open, { bureauCode, events, now })
    await sql`update platform.delivery set done_at = ${now}, last_error = null
      where bureau_code = ${bureauCode} and event_id = ${id} and subscriber = ${subscriber.name}`.execute(tx)
    if (about)
      await platform.audit.append(open, {
        actor: { kind: 'job', id: subscriber.name, bureauCode },
        action: subscriber.name,
        about,
        outcome: 'done',
        at: now,
      })
    return true
  })
}

async function noteFailure(platform: Platform, work: Claimed, now: Date, error: Error): Promise<void> {
  platform.log.error({ subscriber: work.subscriber, event: work.event_id, attempts: work.attempts, err: error }, 'delivery failed')
  // why: the name of the error only; its message may quote what must not stand in a table of the operator's.
  await sql`update platform.delivery
    set last_error = ${error.name}, run_after = ${now}::timestamptz + interval '1 second' * power(2, least(attempts, 10))
    where bureau_code = ${work.bureau_code} and event_id = ${work.event_id} and subscriber = ${work.subscriber}
      and done_at is null and attempts = ${work.attempts}`.execute(platform.db)
}

/** Does one due piece of work; false when there is none. */
export async function deliverNext(platform: Platform): Promise<boolean> {
  const now = await platform.clock.now(openAs(platform.db))
  const work = await claim(platform, now)
  if (!work) return false
  const subscriber = platform.subscribers.get(work.name)?.find((one) => one.name === work.subscriber)
  const done = subscriber ? carryOut(platform, subscriber, work) : Promise.reject(new Error(`no subscriber is called ${work.subscriber}`))
  await done.then(
    (isMine) =>
      platform.log.info(
        { subscriber: work.subscriber, event: work.event_id, attempts: work.attempts },
        isMine ? 'delivered' : 'taken over',
      ),
    (error: Error) => noteFailure(platform, work, now, error),
  )
  return true
}

/** Deliveries that wait for a subscriber this program does not have: somebody renamed it while work was waiting. */
export async function orphanedSubscribers(platform: Platform): Promise<string[]> {
  const known = [...platform.subscribers.values()].flat().map((subscriber) => subscriber.name)
  const { rows } = await sql<{ subscriber: string }>`
    select distinct subscriber from platform.delivery where done_at is null and subscriber <> all(${known}::text[])`.execute(platform.db)
  return rows.map((row) => row.subscriber)
}

async function beat(platform: Platform, name: string): Promise<void> {
  const now = await platform.clock.now(openAs(platform.db))
  await sql`insert into platform.heartbeat (worker, seen_at) values (${name}, ${now}) on conflict (worker) do update set seen_at = excluded.seen_at`.execute(
    platform.db,
  )
  await sql`delete from platform.heartbeat where seen_at < ${now}::timestamptz - interval '1 day'`.execute(platform.db)
}

const keepDoneDays = 30

/** Deliveries done before this moment are no longer kept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - keepDoneDays * 86_400_000)

/** Removes the deliveries that were done long ago. */
export async function sweepDeliveries(platform: Platform): Promise<void> {
  const now = await platform.clock.now(openAs(platform.db))
  await sql`delete from platform.delivery where done_at < ${keptSince(now)}`.execute(platform.db)
}

export interface Worker {
  /** Settled once the database knows that this worker runs. */
  readonly begun: Promise<void>
  wake(): void
  stop(): Promise<void>
}

const pollMs = 1_000
const beatMs = 5_000
const sweepMs = 3_600_000

/** Runs the outbox and the modules' own loops until stopped. Several workers may serve one database. */
export function startWorker(getPlatform: () => Platform, loops: readonly Loop[], lanes = 3): Worker {
  const stopping = new AbortController()
  const name = randomUUID()
  let alarm = new AbortController()
  const wake = () => {
    const rung = alarm
    alarm = new AbortController()
    rung.abort()
  }
  const rest = async (ms: number, signals: readonly AbortSignal[]) => {
    await sleep(ms, undefined, { signal: AbortSignal.any([...signals, stopping.signal]) }).catch(() => undefined)
  }
  const run = async (everyMs: number, turn: () => Promise<boolean>, isWoken = true) => {
    while (!stopping.signal.aborted) {
      const again = await turn().catch((error: Error) => {
        getPlatform().log.error({ err: error }, 'worker turn failed')
        return false
      })
      if (!again) await rest(everyMs, isWoken ? [alarm.signal] : [])
    }
  }
  const quietly = (task: (platform: Platform) => Promise<void>) => async () => {
    await task(getPlatform())
    return false
  }
  const begun = beat(getPlatform(), name).catch((error: Error) => getPlatform().log.error({ err: error }, 'worker turn failed'))
  const running = [
    ...Array.from({ length: lanes }, () => run(pollMs, () => deliverNext(getPlatform()))),
    ...loops.map((loop) => run(loop.everyMs, () => loop.turn(getPlatform()))),
    run(
      beatMs,
      quietly((platform) => beat(platform, name)),
      false,
    ),
    run(sweepMs, quietly(sweepDeliveries), false),
  ]
  return {
    begun,
    wake,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
