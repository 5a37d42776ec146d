import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { resealNext } from '#platform/server/keys/reseal.ts'
import { vaultOver } from '#platform/server/vault.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { auditModule } from '../module.ts'
import { readKeys } from './read-keys.ts'

let world: World
beforeAll(async () => {
  world = await createWorld([accountsModule, auditModule])
})
afterAll(() => world.close())

it('tells an administrator the ids of the keys and how far sealing anew is, and nobody else', async () => {
  const masters = [randomBytes(32)]
  const vault = vaultOver(() => ({ masters, lookup: null }), 'sm4-ctr-hmac-sm3')
  Object.assign(world.platform, { vault })
  const administrator = world.officer('管理员', 'administrator', world.bureau)
  expect(await world.ask(readKeys, administrator, {})).toEqual({ keys: vault.keyIds(), kind: 'sm4-ctr-hmac-sm3', tables: [] })
  masters.push(randomBytes(32))
  while (await resealNext(world.platform, world.clock.now));
  const told = await world.ask(readKeys, administrator, {})
  expect(told.keys).toEqual(vault.keyIds())
  expect(told.keys).toHaveLength(2)
  expect(told.tables.find(({ table }) => table === 'audit.export')).toMatchObject({ module: 'audit', unreadable: 0, isFinished: true })
  for (const master of masters) expect(JSON.stringify(told)).not.toContain(master.toString('base64url').slice(0, 8))
  for (const role of ['leader', 'supervisor', 'officer'] as const)
    await expect(world.ask(readKeys, world.officer('某', role, world.bureau), {})).rejects.toMatchObject({ code: 'house.notAllowed' })
})
