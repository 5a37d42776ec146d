import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { defineTemplate, sendToStaff, type StaffMessage } from '../../index.ts'
import { within } from '../../testing/within.ts'
import { notificationsModule } from '../module.ts'
import { countUnread } from './count-unread.ts'
import { listMessages } from './list-messages.ts'

let world: World
beforeAll(async () => void (world = await createWorld([notificationsModule])))
afterAll(() => world.close())

const dispatched = defineTemplate({
  id: 'tests.dispatched',
  version: 1,
  zh: ({ number }: { number: string }) => `警情 ${number} 已派至本所。`,
  en: ({ number }: { number: string }) => `Incident ${number} was dispatched to your station.`,
})

const tell = (to: Partial<StaffMessage>, number = 'J1', reference = uuid()) =>
  within(world, { kind: 'job', id: 'tests.tell', bureauCode: world.bureau }, (doing) =>
    sendToStaff(doing, {
      reference,
      template: dispatched,
      parameters: { number },
      bureauCode: world.bureau,
      unitCode: world.station,
      subject: 'incident:1',
      path: '/staff/incidents/1',
      ...(to as object),
    }),
  )
const read = async (officer: Officer) => (await world.ask(listMessages, officer, {})).rows.map((row) => row.text.zh)

it('reaches those who hold the role in that unit, and nobody else', async () => {
  const unit = world.unit()
  const head = world.officer('李所', 'unit-head', unit)
  const officer = world.officer('张警官', 'officer', unit)
  const otherHead = world.officer('王所', 'unit-head', world.unit())
  const leader = world.officer('赵局', 'leader', world.bureau)
  await tell({ unitCode: unit, role: 'unit-head' })
  expect(await read(head)).toEqual(['警情 J1 已派至本所。'])
  for (const other of [officer, otherHead, leader]) expect(await read(other)).toEqual([])
})

it('reaches everyone of a unit when no role is named, and one officer when one is', async () => {
  const unit = world.unit()
  const [zhang, li] = [world.officer('张警官', 'officer', unit), world.officer('李警官', ['officer', 'unit-head'], unit)]
  await tell({ unitCode: unit })
  await tell({ unitCode: unit, officerId: zhang.id }, 'J2')
  expect(await read(zhang)).toHaveLength(2)
  expect(await read(li)).toEqual(['警情 J1 已派至本所。'])
})

it('keeps the words in both languages, and is one message however often the same reference is sent', async () => {
  const zhang = world.officer('张警官', 'officer', world.unit())
  const reference = uuid()
  await tell({ officerId: zhang.id }, 'J7', reference)
  await tell({ officerId: zhang.id }, 'J8', reference)
  const { rows } = await world.ask(listMessages, zhang, {})
  expect(rows).toMatchObject([
    { text: { zh: '警情 J7 已派至本所。', en: 'Incident J7 was dispatched to your station.' }, path: '/staff/incidents/1', isRead: false },
  ])
})

it('does not cross into another bureau', async () => {
  const zhang = world.officer('张警官', 'officer', world.unit())
  const elsewhere = { ...zhang, bureauCode: world.unit() as never }
  await tell({ unitCode: zhang.unitCode })
  expect(await read(elsewhere)).toEqual([])
})

it('counts as unread only what came within thirty days', async () => {
  const unit = world.unit()
  await tell({ unitCode: unit }, 'J1')
  world.advance({ days: 31 })
  await tell({ unitCode: unit }, 'J2')
  const newcomer = world.officer('新警官', 'officer', unit)
  expect(await world.ask(countUnread, newcomer, {})).toEqual({ count: 1 })
  expect(await read(newcomer)).toEqual(['警情 J2 已派至本所。', '警情 J1 已派至本所。'])
})
