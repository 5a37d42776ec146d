import type { Officer } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { Unit } from '#modules/accounts/index.ts'
import { chainEntries } from '#modules/audit/index.ts'
import { type ClockRow, type ClockStart, newClockRow } from '#modules/deadlines/index.ts'
import { inboxRow, messageRows, type PhoneMessage, type StaffMessage } from '#modules/notifications/index.ts'
import { bulkCounters } from '#platform/server/bulk-counters.ts'
import type { BulkLoad } from '#platform/server/bulk-load.ts'
import { bulkOutbox } from '#platform/server/bulk-outbox.ts'
import type { About, Addresses, AuditEntry } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import type { Subscriber } from '#platform/server/subscriber.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import { type Random, randomOf } from '../../data/county/random.ts'

export interface LedgerParts {
  readonly bureau: BureauCode
  readonly seed: string
  readonly load: BulkLoad
  readonly vault: Vault
  readonly addresses: Addresses
  readonly subscribers: ReadonlyMap<string, readonly Subscriber[]>
  readonly keptSince: Date
  readonly units: ReadonlyMap<string, Unit>
  /** What was recorded before this moment leaves no event, message or line in the trail: for the earlier years of a province. */
  readonly tracedSince?: Date | undefined
}

/** One deed while it is written down: what an action's context would hold. */
export interface Doing {
  readonly actor: Officer
  readonly now: Date
  readonly vault: Vault
  readonly addresses: Addresses
  readonly isDemo: true
  readonly inputHash: Buffer
}

/** What every deed writes besides its own rows: events, clocks, messages, numbers, and its line in the trail. */
export interface Ledger {
  readonly bureau: BureauCode
  readonly load: BulkLoad
  readonly vault: Vault
  readonly addresses: Addresses
  readonly units: ReadonlyMap<string, Unit>
  readonly ids: Random
  next(series: Series): number
  emit(doing: Doing, events: readonly DomainEvent[]): void
  tellStaff(doing: Doing, message: StaffMessage): void
  tellPhone(doing: Doing, message: PhoneMessage): void
  start(doing: Doing, clock: ClockStart): void
  meet(subject: string, rule: string, metAt: Date): void
  /** Writes the clocks of a subject that has come to its end, and tells them. */
  closeClocks(subject: string): readonly ClockRow[]
  record(doing: Doing, action: string, about: About): void
  /** Writes what could not be written before everything had happened. */
  close(): void
}

const chainedAtOnce = 1_000

type ChainHeads = Parameters<typeof chainEntries>[1]

/** The clocks of subjects that are still going on, each written when its subject is closed. */
function openClocks(load: BulkLoad, ids: Random): Pick<Ledger, 'start' | 'meet' | 'closeClocks'> {
  const clocks = new Map<string, ClockRow[]>()
  return {
    start({ now }, clock) {
      clocks.set(clock.subject, [...(clocks.get(clock.subject) ?? []), newClockRow(clock, now, ids.id(now))])
    },
    meet(subject, rule, metAt) {
      const met = (row: ClockRow): ClockRow =>
        row.rule === rule && row.state === 'running' ? { ...row, state: 'met', met_at: metAt } : row
      const rows = clocks.get(subject)
      if (rows) clocks.set(subject, rows.map(met))
    },
    closeClocks(subject) {
      const rows = clocks.get(subject) ?? []
      clocks.delete(subject)
      load.add(
        'deadlines.clock',
        rows.map((row) => ({ ...row, events: JSON.stringify(row.events) })),
      )
      return rows
    },
  }
}

export function openLedger({ bureau, seed, load, vault, addresses, subscribers, keptSince, units, tracedSince }: LedgerParts): Ledger {
  const ids = randomOf(`${seed}/ids`)
  const counters = bulkCounters()
  const outbox = bulkOutbox({ bureauCode: bureau, subscribers, keptSince })
  const isTraced = (now: Date) => tracedSince === undefined || now >= tracedSince
  const heads = new Map<number, ChainHeads[number]>()
  let unchained: AuditEntry[] = []
  const chain = () => {
    const { rows, heads: grown } = chainEntries(unchained, [...heads.values()])
    for (const head of grown) heads.set(head.chain, head)
    load.add('audit.entry', rows)
    unchained = []
  }
  return {
    bureau,
    load,
    vault,
    addresses,
    units,
    ids,
    next: counters.next,
    emit({ now }, events) {
      for (const event of events) {
        const announced = outbox.announce(event, { id: ids.id(now), now })
        // why: announced even so, since its place in the stream is taken.
        if (!isTraced(now)) continue
        load.add('platform.outbox', [announced.outbox])
        load.add('platform.delivery', announced.deliveries)
      }
    },
    tellStaff({ now }, message) {
      if (isTraced(now)) load.add('notifications.inbox', [inboxRow(message, { id: ids.id(now), now })])
    },
    tellPhone({ now }, message) {
      if (!isTraced(now)) return
      const made = messageRows(message, { id: ids.id(now), createdAt: now, deliveredAt: now, vault })
      load.add('notifications.message', [made.message])
      load.add('notifications.demo_phone', [made.demoPhone])
    },
    ...openClocks(load, ids),
    record({ actor, now }, action, about) {
      if (!isTraced(now)) return
      unchained.push({ actor, action, about, outcome: 'done', at: now })
      if (unchained.length >= chainedAtOnce) chain()
    },
    close() {
      chain()
      load.add('audit.chain', [...heads.values()])
      load.add('platform.stream', outbox.streams())
      load.add('platform.counter', counters.rows())
    },
  }
}
