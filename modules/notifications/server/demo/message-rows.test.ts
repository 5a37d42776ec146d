import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { World } from '#platform/testing/world.ts'
import { messageRows, sendToPhone } from '../../index.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { codeText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'
import type { NotificationTables } from '../tables.ts'
import { demoPhoneCell } from './demo-phone-row.ts'

let world: World
beforeAll(async () => void (world = await demoWorld()))
afterAll(() => world.close())

it('makes in bulk exactly the rows that sending one by one leaves behind', async () => {
  const { vault } = world.platform
  const message = {
    template: codeText,
    parameters: { unit: '汾川县公安局' },
    secrets: { code: '204117' },
    phone: '19900000417',
    subject: 'case:1',
    bureauCode: world.bureau,
    unitCode: world.station,
  }
  const sent = await within(world, { kind: 'job', id: 'tests.send', bureauCode: world.bureau }, (doing) =>
    sendToPhone(doing, { ...message, reference: 'one' }),
  )
  await world.work()
  const made = messageRows(
    { ...message, reference: 'bulk' },
    { id: uuid(), createdAt: world.clock.now, deliveredAt: world.clock.now, vault },
  )
  const db = world.open.as<NotificationTables>()
  await db.insertInto('notifications.message').values(made.message).execute()
  await db.insertInto('notifications.demo_phone').values(made.demoPhone).execute()

  const messages = await db.selectFrom('notifications.message').selectAll().execute()
  const phones = await db.selectFrom('notifications.demo_phone').selectAll().execute()
  const plain = messages.map(({ id, recipient_sealed, ...row }) => ({
    ...row,
    reference: '',
    provider_id: row.provider_id?.replace(id, 'id'),
    recipient: vault.open(recipient_sealed, {
      bureauCode: row.bureau_code,
      table: 'notifications.message',
      column: 'recipient_sealed',
      id,
    }),
  }))
  expect(plain).toHaveLength(2)
  expect(plain[1]).toEqual(plain[0])
  const texts = phones.map((row) => ({
    ...row,
    id: '',
    phone_sealed: vault.open(row.phone_sealed, demoPhoneCell(row, 'phone_sealed')),
    text_sealed: vault.open(row.text_sealed, demoPhoneCell(row, 'text_sealed')),
  }))
  expect(texts[1]).toEqual(texts[0])
  expect(messages.map(({ id }) => id)).toContain(sent.messageId)
})
