import { afterEach, beforeEach, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { UnitCode } from '#kernel/unit-code.ts'
import type { World } from '#platform/testing/world.ts'
import { attemptLimit } from '../../domain/attempt-plan.ts'
import { sendToPhone } from '../../index.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { codeText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'
import type { NotificationTables } from '../tables.ts'
import { listOutgoing } from './list-outgoing.ts'
import { tryAgain } from './try-again.ts'

let world: World
beforeEach(async () => void (world = await demoWorld()))
afterEach(() => world.close())

const tables = () => world.open.as<NotificationTables>()

/** A message that its sender has given up on. */
async function failedMessage(unitCode: UnitCode = world.station): Promise<string> {
  const { messageId } = await within(world, { kind: 'job', id: 'tests.send', bureauCode: world.bureau }, (doing) =>
    sendToPhone(doing, {
      reference: uuid(),
      template: codeText,
      parameters: { unit: '局' },
      secrets: { code: '204117' },
      phone: '19900000417',
      subject: 'case:1',
      bureauCode: world.bureau,
      unitCode,
    }),
  )
  await tables().updateTable('notifications.message').set({ attempts: attemptLimit }).where('id', '=', messageId).execute()
  await world.work()
  return messageId
}

it('stands on the list of its administrator without recipient or text, and leaves again when told so', async () => {
  const administrator = world.officer('管理员', 'administrator', world.bureau)
  const id = await failedMessage()
  const page = await world.ask(listOutgoing, administrator, { only: 'stuck' })
  expect(page).toMatchObject({
    count: 1,
    rows: [{ id, state: 'failed', reason: 'no-answer', attempts: attemptLimit, template: 'tests.code' }],
  })
  expect(JSON.stringify(page)).not.toMatch(/19900000417|204117|验证码|case:1/)
  expect(await world.perform(tryAgain, administrator, { id })).toEqual({ id, state: 'queued' })
  await world.work()
  expect(await world.ask(listOutgoing, administrator, { only: 'stuck' })).toMatchObject({ count: 0, rows: [] })
  expect(await world.auditTrail('case:1')).toEqual([{ actor: '管理员', action: 'notifications.tryAgain', outcome: 'done' }])
})

it('also shows what waits without a channel, once it has waited for two minutes', async () => {
  Object.assign(world.platform, { isDemo: false })
  const administrator = world.officer('管理员', 'administrator', world.bureau)
  const id = await failedMessage()
  await world.perform(tryAgain, administrator, { id })
  await world.work()
  expect(await world.ask(listOutgoing, administrator, { only: 'stuck' })).toMatchObject({ rows: [] })
  world.advance({ minutes: 3 })
  expect(await world.ask(listOutgoing, administrator, { only: 'stuck' })).toMatchObject({
    rows: [{ id, state: 'queued', reason: 'no-channel' }],
  })
})

it('is only for administrators, and only for their own units', async () => {
  const id = await failedMessage()
  const officer = world.officer('张警官', ['officer', 'unit-head', 'leader'])
  await expect(world.perform(tryAgain, officer, { id })).rejects.toMatchObject({ code: 'house.notAllowed' })
  await expect(world.ask(listOutgoing, officer, {})).rejects.toMatchObject({ code: 'house.notAllowed' })
  const elsewhere = world.officer('外所管理员', 'administrator', world.unit())
  expect(await world.ask(listOutgoing, elsewhere, {})).toMatchObject({ count: 0, rows: [] })
  await expect(world.perform(tryAgain, elsewhere, { id })).rejects.toMatchObject({ code: 'notifications.messageNotFound' })
})

it('does not send again what has arrived or is out of time', async () => {
  const administrator = world.officer('管理员', 'administrator', world.bureau)
  const id = await failedMessage()
  await world.perform(tryAgain, administrator, { id })
  await world.work()
  await expect(world.perform(tryAgain, administrator, { id })).rejects.toMatchObject({
    code: 'notifications.messageNotStuck',
    facts: { state: 'delivered' },
  })
  const late = await failedMessage()
  world.advance({ days: 8 })
  await expect(world.perform(tryAgain, administrator, { id: late })).rejects.toMatchObject({ facts: { state: 'expired' } })
})
