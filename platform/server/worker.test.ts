import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { beginningLate } from '#platform/testing/beginning-late.ts'
import { copiesOf, type LedgerTables, ledgerModule, writeNote } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import type { Platform } from './platform.ts'
import type { Subscriber } from './subscriber.ts'
import { attemptLimit, deliverNext, orphanedSubscribers } from './worker.ts'

let world: World
let officer: Officer
let broken: Set<string>
beforeEach(async () => {
  broken = new Set()
  world = await createWorld([
    ledgerModule({
      spring: (text) => {
        if (broken.has(text)) throw new RangeError(`cannot take ${text}`)
      },
    }),
  ])
  officer = world.officer('张警官', 'officer')
})
afterEach(() => world.close())

const write = (text: string) => world.perform(writeNote, officer, { id: uuid(), text })
const copies = () => copiesOf(world.open.as<LedgerTables>(), world.bureau)
const deliveries = async () =>
  (
    await sql<{ attempts: number; done: boolean; last_error: string | null }>`
  select attempts, done_at is not null as done, last_error from platform.delivery order by position`.execute(world.platform.db)
  ).rows

/** The same platform, whose subscribers wait before they act. */
const waitingIn = (platform: Platform, wait: () => Promise<void>): Platform => ({
  ...platform,
  subscribers: new Map(
    [...platform.subscribers].map(([event, all]) => [
      event,
      all.map((subscriber): Subscriber => ({
        ...subscriber,
        async handle(context, happened) {
          await wait()
          await subscriber.handle(context, happened)
        },
      })),
    ]),
  ),
})

describe('the outbox', () => {
  it('delivers the events of one subject in their order, each once', async () => {
    for (const text of ['a', 'b', 'c']) await write(text)
    await Promise.all(Array.from({ length: 6 }, () => deliverNext(world.platform)))
    await world.work()
    expect(await copies()).toEqual(['a', 'b', 'c'])
  })

  it('holds back what follows a failure, and goes on by itself once it can', async () => {
    broken.add('a')
    await write('a')
    await write('b')
    expect(await deliverNext(world.platform)).toBe(true)
    expect(await deliverNext(world.platform)).toBe(false)
    expect(await copies()).toEqual([])
    expect(await deliveries()).toMatchObject([{ attempts: 1, done: false, last_error: 'RangeError' }, { attempts: 0 }])
    broken.clear()
    world.advance({ seconds: 3 })
    await world.work()
    expect(await copies()).toEqual(['a', 'b'])
  })

  it('gives work of a killed worker to another when its lease has run out', async () => {
    await write('a')
    await sql`update platform.delivery set attempts = 1, run_after = ${new Date(world.clock.now.getTime() + 30_000)}`.execute(
      world.platform.db,
    )
    expect(await deliverNext(world.platform)).toBe(false)
    world.advance({ seconds: 31 })
    expect(await deliverNext(world.platform)).toBe(true)
    expect(await copies()).toEqual(['a'])
  })

  it('lets nobody take up what a slow worker is still carrying out, though its lease has run out', async () => {
    await write('a')
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const slow = deliverNext(
      waitingIn(world.platform, async () => {
        begun.resolve()
        await gate.promise
      }),
    )
    await begun.promise
    world.advance({ minutes: 5 })
    const other = await deliverNext(world.platform)
    gate.resolve()
    expect(await slow).toBe(true)
    expect(other).toBe(false)
    expect(await copies()).toEqual(['a'])
    expect(await deliveries()).toMatchObject([{ attempts: 1, done: true, last_error: null }])
  })

  it('has no effect when a worker comes to its work only after another has taken it over', async () => {
    await write('a')
    const gate = Promise.withResolvers<void>()
    const claimed = Promise.withResolvers<void>()
    let handled = 0
    const stalled = deliverNext({
      ...waitingIn(world.platform, async () => void handled++),
      db: beginningLate(world.platform.db, async () => {
        claimed.resolve()
        await gate.promise
      }),
    })
    await claimed.promise
    world.advance({ minutes: 5 })
    expect(await deliverNext(world.platform)).toBe(true)
    gate.resolve()
    await stalled
    expect(handled).toBe(0)
    expect(await copies()).toEqual(['a'])
    expect(await deliveries()).toMatchObject([{ attempts: 2, done: true, last_error: null }])
  })

  it('stops trying after twelve attempts and leaves the rest to an operator', async () => {
    broken.add('a')
    await write('a')
    for (let attempt = 0; attempt < attemptLimit; attempt += 1) {
      expect(await deliverNext(world.platform)).toBe(true)
      world.advance({ hours: 1 })
    }
    expect(await deliverNext(world.platform)).toBe(false)
    expect(await deliveries()).toMatchObject([{ attempts: attemptLimit, done: false }])
  })

  it('names a subscriber that was renamed while work waited', async () => {
    await write('a')
    await sql`update platform.delivery set subscriber = 'ledger.old-name'`.execute(world.platform.db)
    expect(await orphanedSubscribers(world.platform)).toEqual(['ledger.old-name'])
  })
})
