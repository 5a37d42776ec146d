import { afterAll, beforeAll, expect, it, vi } from 'vitest'
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

it('prints every part of it in both languages', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await runBalance(desk.world.open, ['--day', dayOf(desk.world.clock.now), '--bureau', desk.world.bureau])
    const printed = write.mock.calls.map(([text]) => String(text)).join('')
    expect(printed).toContain('已派警 Dispatched 1 · 已签收 Signed for 0')
    expect(printed).toContain('不在任何状态 In no state 0')
  } finally {
    write.mockRestore()
  }
})

it('says how it is asked when it is asked wrongly', async () => {
  for (const wrong of [['--day', '2026-02-30'], ['--bureau', '1411'], ['--week', '3'], ['today']])
    expect(await runBalance(desk.world.open, wrong), wrong.join(' ')).toBe(2)
})
