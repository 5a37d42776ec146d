import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../testing/enrol.ts'
import { listUnits } from './list-units.ts'
import { accountsModule } from './module.ts'
import { setRemedyBodies } from './set-remedy-bodies.ts'

let world: World
beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

const bodies = { reconsiderationOrgan: '汾川县人民政府', court: '汾川县人民法院' }

it('names organ and court of the own bureau, on its row and no other, and leaves a trace', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin, world.officer('李警官', 'officer')])
  expect(await world.perform(setRemedyBodies, admin, bodies)).toEqual(bodies)
  expect(await world.perform(setRemedyBodies, admin, bodies)).toEqual(bodies)
  const { rows } = await world.ask(listUnits, admin, {})
  expect(rows.map(({ kind, reconsiderationOrgan, court }) => [kind, reconsiderationOrgan, court])).toEqual([
    ['bureau', '汾川县人民政府', '汾川县人民法院'],
    ['station', null, null],
  ])
  const trail = await world.auditTrail(`unit:${world.bureau}`)
  expect(trail[0]).toEqual({ actor: '管理员', action: 'accounts.setRemedyBodies', outcome: 'done' })
})

it('can be taken back, so that papers say it in general words again', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await world.perform(setRemedyBodies, admin, { reconsiderationOrgan: null, court: null })
  const { rows } = await world.ask(listUnits, admin, {})
  expect(rows.filter(({ reconsiderationOrgan, court }) => reconsiderationOrgan ?? court)).toEqual([])
})

it('is for who administers the whole bureau, not one station, nor leads it', async () => {
  for (const other of [world.officer('所管理员', 'administrator'), world.officer('局长', 'leader', world.bureau)])
    await expect(world.perform(setRemedyBodies, other, bodies)).rejects.toMatchObject({ code: 'house.notAllowed' })
})

it('refuses a name that is none', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  for (const wrong of [
    { court: '法院' },
    { court: 'County Court' },
    { reconsiderationOrgan: '县里' },
    { reconsiderationOrgan: '贺秀兰 19900000417' },
  ])
    await expect(world.perform(setRemedyBodies, admin, { ...bodies, ...wrong })).rejects.toMatchObject({ code: 'house.invalidInput' })
})
