import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '#modules/incidents/testing/first-walk.ts'
import { dayOf } from '#kernel/beijing-time.ts'
import { runBalance } from './balance.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
  await takeCall(desk)
})
afterAll(() => desk.world.close())

it('balances the day of one bureau', async () => {
  expect(await runBalance(desk.world.open, ['--day', dayOf(desk.world.clock.now), '--bureau', desk.world.bureau])).toBe(0)
})

it('says how it is asked when it is asked wrongly', async () => {
  for (const wrong of [['--day', '2026-02-30'], ['--bureau', '1411'], ['--week', '3'], ['today']])
    expect(await runBalance(desk.world.open, wrong), wrong.join(' ')).toBe(2)
})
