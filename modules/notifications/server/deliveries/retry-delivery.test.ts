import { afterEach, beforeEach, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { attemptLimit, deliverNext } from '#platform/server/worker.ts'
import { copiesOf, type LedgerTables, ledgerModule, writeNote } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { notificationsModule } from '../module.ts'
import { listStuckDeliveries } from './list-stuck-deliveries.ts'
import { retryDelivery } from './retry-delivery.ts'

let world: World
let administrator: Officer
let isBroken: boolean
beforeEach(async () => {
  isBroken = true
  const spring = () => {
    if (isBroken) throw new RangeError('cannot copy 19900000417')
  }
  world = await createWorld([notificationsModule, ledgerModule({ spring })])
  administrator = world.officer('管理员', 'administrator', world.bureau)
})
afterEach(() => world.close())

/** A delivery that the worker has given up on, and one that waits behind it. */
async function getStuck(): Promise<void> {
  const officer = world.officer('张警官', 'officer')
  for (const text of ['a', 'b']) await world.perform(writeNote, officer, { id: uuid(), text })
  for (let attempt = 0; attempt < attemptLimit; attempt++) {
    await deliverNext(world.platform)
    world.advance({ hours: 1 })
  }
}
const list = (actor: Officer = administrator) => world.ask(listStuckDeliveries, actor, {})
const copies = () => copiesOf(world.open.as<LedgerTables>(), world.bureau)

it('names what is out of attempts, and goes on with it and what waited behind it when told so', async () => {
  await getStuck()
  const since = '2026-03-02T02:00:00.000Z'
  const page = await list()
  expect(page).toEqual({
    rows: [
      {
        eventId: expect.any(String),
        subscriber: 'ledger.copy-note',
        event: 'ledger.noted',
        subjectKind: 'note',
        subjectId: 'one',
        attempts: attemptLimit,
        error: 'RangeError',
        since,
      },
    ],
    next: null,
    count: 1,
    more: false,
  })
  isBroken = false
  expect(await deliverNext(world.platform)).toBe(false)
  const { eventId = '', subscriber = '' } = page.rows[0] ?? {}
  expect(await world.perform(retryDelivery, administrator, { eventId, subscriber })).toEqual({ eventId, subscriber, state: 'queued' })
  await world.work()
  expect(await copies()).toEqual(['a', 'b'])
  expect(await list()).toMatchObject({ count: 0, rows: [] })
  expect(await world.auditTrail(`delivery:${eventId}`)).toContainEqual({
    actor: '管理员',
    action: 'notifications.retryDelivery',
    outcome: 'done',
  })
})

it('is for those who administer the whole bureau, and for what is stuck', async () => {
  await getStuck()
  const { eventId = '', subscriber = '' } = (await list()).rows[0] ?? {}
  const leader = world.officer('局领导', ['officer', 'unit-head', 'leader'], world.bureau)
  await expect(list(leader)).rejects.toMatchObject({ code: 'house.notAllowed' })
  await expect(world.perform(retryDelivery, leader, { eventId, subscriber })).rejects.toMatchObject({ code: 'house.notAllowed' })
  const ofStation = world.officer('所管理员', 'administrator')
  expect(await list(ofStation)).toMatchObject({ count: 0, rows: [] })
  const refused = { code: 'notifications.deliveryNotStuck' }
  await expect(world.perform(retryDelivery, ofStation, { eventId, subscriber })).rejects.toMatchObject(refused)
  await expect(world.perform(retryDelivery, administrator, { eventId, subscriber: 'ledger.other' })).rejects.toMatchObject(refused)
  await world.perform(retryDelivery, administrator, { eventId, subscriber })
  await expect(world.perform(retryDelivery, administrator, { eventId, subscriber })).rejects.toMatchObject(refused)
})

it('goes on from where a page ended, and refuses a place that was made up', async () => {
  await getStuck()
  const { eventId } = (await list()).rows[0] ?? {}
  const place = (text: string) => ({ after: Buffer.from(text).toString('base64url') })
  expect(await world.ask(listStuckDeliveries, administrator, place(`${eventId}|ledger.a`))).toMatchObject({ rows: [{ eventId }] })
  expect(await world.ask(listStuckDeliveries, administrator, place(`${eventId}|ledger.copy-note`))).toMatchObject({ rows: [], count: 1 })
  await expect(world.ask(listStuckDeliveries, administrator, { after: 'x' })).rejects.toMatchObject({ code: 'house.invalidInput' })
})
