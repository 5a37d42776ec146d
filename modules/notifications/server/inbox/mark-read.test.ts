import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { createWorld, type World } from '#platform/testing/world.ts'
import { readMessagesUpTo, sendToStaff } from '../../index.ts'
import { progressText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'
import { notificationsModule } from '../module.ts'
import { countUnread } from './count-unread.ts'
import { listMessages } from './list-messages.ts'
import { markRead } from './mark-read.ts'

let world: World
beforeAll(async () => void (world = await createWorld([notificationsModule])))
afterAll(() => world.close())

const toStation = (reference: string) =>
  within(world, { kind: 'job', id: 'tests.tell', bureauCode: world.bureau }, (doing) =>
    sendToStaff(doing, {
      reference,
      template: progressText,
      parameters: { number: reference },
      bureauCode: world.bureau,
      unitCode: world.station,
      subject: 'case:1',
      path: '/staff/cases/1',
    }),
  )

it('is read by me alone, and may be said twice', async () => {
  const [zhang, li] = [world.officer('张警官', 'officer'), world.officer('李警官', 'officer')]
  await toStation('A1')
  const { rows } = await world.ask(listMessages, zhang, {})
  const { id } = rows[0]!
  expect(await world.perform(markRead, zhang, { id })).toEqual({ id, isRead: true })
  await world.perform(markRead, zhang, { id })
  expect(await world.ask(countUnread, zhang, {})).toEqual({ count: 0 })
  expect((await world.ask(listMessages, zhang, { only: 'unread' })).rows).toEqual([])
  expect(await world.ask(countUnread, li, {})).toEqual({ count: 1 })
  expect(await world.auditTrail(`message:${id}`)).toContainEqual({ actor: '张警官', action: 'notifications.markRead', outcome: 'done' })
})

it('answers the same for a message of another unit as for none at all', async () => {
  await toStation('A2')
  const { rows } = await world.ask(listMessages, world.officer('张警官', 'officer'), {})
  const stranger = world.officer('外所警官', 'officer', world.unit())
  const http = await world.http(() => stranger)
  const answers = await Promise.all(
    [rows[0]!.id, uuid()].map(async (id) => {
      const { statusCode, json } = await http.inject({
        method: 'POST',
        url: `/api/messages/${id}/read`,
        payload: {},
        headers: { 'x-daylight': '1' },
      })
      return [statusCode, { ...json<object>(), requestId: '' }]
    }),
  )
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[0]).toBe(404)
})

it('can be said of everything up to a moment, for one officer', async () => {
  const [zhao, li] = [world.officer('赵警官', 'officer'), world.officer('李警官', 'officer')]
  const before = (await world.ask(countUnread, li, {})).count
  world.advance({ minutes: 1 })
  const since = world.clock.now
  await toStation('A3')
  await readMessagesUpTo(world.open, zhao, since)
  expect(await world.ask(countUnread, zhao, {})).toEqual({ count: 1 })
  expect(await world.ask(countUnread, li, {})).toEqual({ count: before + 1 })
})
