import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { sendingWorld } from '../../testing/sending-world.ts'
import { countByState } from './count-by-state.ts'
import { listOutgoing } from './list-outgoing.ts'

let world: World
beforeAll(async () => {
  world = await demoWorld()
  leaveDemo()
  const gateway = gatewayThat(['lost', { state: 'rejected', retry: false, why: 'gateway-blacklist' }])
  const pass = async () => {
    while (await gateway.loop.turn(world.platform));
    world.advance({ minutes: 1 })
  }
  await notice()
  await pass()
  await pass()
  await code()
  await pass()
  await notice({ phone: '19900000502' })
})
afterAll(() => world.close())

const { tables, code, notice, leaveDemo } = sendingWorld(() => world)
const administrator = () => world.officer('管理员', 'administrator', world.bureau)
const ask = (input: object) => world.ask(listOutgoing, administrator(), input)

it('shows what is stuck from its oldest, and everything from its newest', async () => {
  expect((await ask({})).rows.map(({ state }) => state)).toEqual(['queued', 'sent', 'failed'])
  expect((await ask({ only: 'stuck' })).rows.map(({ state }) => state)).toEqual(['failed'])
})

it('is narrowed by state, channel and whether it may have arrived twice', async () => {
  expect(await ask({ state: 'queued' })).toMatchObject({ count: 1, rows: [{ channel: null, reason: null }] })
  expect(await ask({ channel: 'gateway' })).toMatchObject({ count: 2 })
  expect(await ask({ channel: 'gateway', state: 'queued' })).toMatchObject({ count: 0, rows: [] })
  await expect(ask({ state: 'gone' })).rejects.toMatchObject({ code: 'house.invalidInput', fields: [{ path: 'state' }] })
})

it('tells neither to whom a message goes nor what it says', async () => {
  expect(JSON.stringify(await ask({}))).not.toMatch(/1990000|204117|验证码|A1|case:1/)
})

it('counts by state and channel, for the units of the administrator alone', async () => {
  const { counts } = await world.ask(countByState, administrator(), {})
  expect(counts).toHaveLength(3)
  expect(counts).toContainEqual({ channel: 'gateway', state: 'failed', count: 1 })
  expect(counts).toContainEqual({ channel: null, state: 'queued', count: 1 })
  const elsewhere = world.officer('外所管理员', 'administrator', world.unit())
  expect((await world.ask(countByState, elsewhere, {})).counts).toEqual([])
  expect(await world.ask(listOutgoing, elsewhere, {})).toMatchObject({ count: 0, rows: [] })
  await expect(world.ask(countByState, world.officer('张警官', ['officer', 'leader']), {})).rejects.toMatchObject({
    code: 'house.notAllowed',
  })
})

it('reads page by page, every message once, in both orders', async () => {
  for (let sent = 0; sent < 60; sent++) await notice()
  await tables().updateTable('notifications.message').set({ state: 'failed' }).where('state', '=', 'queued').execute()
  for (const only of ['stuck', undefined]) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await ask({ ...(only && { only }), ...(after && { after }) })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen.length).toBeGreaterThanOrEqual(62)
    expect(new Set(seen).size).toBe(seen.length)
  }
})
