import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { sendToStaff } from '../../index.ts'
import { progressText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'
import { notificationsModule } from '../module.ts'
import { listMessages } from './list-messages.ts'

let world: World
beforeAll(async () => void (world = await createWorld([notificationsModule])))
afterAll(() => world.close())

it('goes through all messages page by page, each once, the newest first', async () => {
  const zhang = world.officer('张警官', 'officer')
  const numbers = Array.from({ length: 120 }, (_, at) => `J${String(at).padStart(3, '0')}`)
  await within(world, zhang, async (doing) => {
    for (const number of numbers) {
      const to = { bureauCode: world.bureau, unitCode: world.station, officerId: zhang.id, subject: 'incident:1', path: '/staff/' as const }
      // why: half of them share an instant, where only the id tells the order.
      await sendToStaff(
        { ...doing, now: new Date(doing.now.getTime() + Math.floor(numbers.indexOf(number) / 60)) },
        { reference: number, template: progressText, parameters: { number }, ...to },
      )
    }
  })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await world.ask(listMessages, zhang, { after })
    expect(page).toMatchObject({ count: 120, more: false })
    seen.push(...page.rows.map((row) => row.text.zh))
    after = page.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(120)
  expect(seen.slice(0, 60).every((text) => Number(/J(\d+)/.exec(text)?.[1]) >= 60)).toBe(true)
})

it('says at its field that a place in the list is not one', async () => {
  const zhang = world.officer('张警官', 'officer')
  for (const after of ['x', Buffer.from('["2026-03-02T02:00:00.000Z","no id"]').toString('base64url')])
    await expect(world.ask(listMessages, zhang, { after })).rejects.toMatchObject({
      code: 'house.invalidInput',
      fields: [{ path: 'after' }],
    })
})
