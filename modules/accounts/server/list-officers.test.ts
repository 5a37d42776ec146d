import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../testing/enrol.ts'
import { listOfficers } from './list-officers.ts'
import { listUnitOfficers } from './list-unit-officers.ts'
import { listUnits } from './list-units.ts'
import { accountsModule } from './module.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('reads officers page by page, every one once', async () => {
  const unit = world.unit()
  const admin = world.officer('管理员', 'administrator', unit)
  await enrol(world, [admin, ...Array.from({ length: 60 }, (_, at) => world.officer(`民警${at}`, 'officer', unit))])
  const first = await world.ask(listOfficers, admin, {})
  expect(first).toMatchObject({ count: 61, more: false })
  expect(first.rows).toHaveLength(50)
  const second = await world.ask(listOfficers, admin, { after: first.next })
  expect(second.rows).toHaveLength(11)
  expect(second.next).toBeNull()
  expect(new Set([...first.rows, ...second.rows].map((row) => row.policeNumber)).size).toBe(61)
})

it('shows an administrator only the units that are administered, whatever the filter says', async () => {
  const [mine, other] = [world.unit(), world.unit()]
  const admin = world.officer('所管理员', 'administrator', mine)
  await enrol(world, [admin, world.officer('甲', 'officer', mine), world.officer('乙', 'officer', other)])
  expect((await world.ask(listOfficers, admin, {})).rows.map((row) => row.name).toSorted()).toEqual(['所管理员', '甲'].toSorted())
  expect((await world.ask(listOfficers, admin, { unitCode: other })).rows).toEqual([])
})

it('does not lend the reach of one role to another', async () => {
  const [mine, other] = [world.unit(), world.unit()]
  const admin = world.officer('兼职', 'administrator', mine)
  const both = { ...admin, grants: [...admin.grants, ...world.officer('', 'unit-head', other).grants] }
  await enrol(world, [both, world.officer('丙', 'officer', other)])
  expect((await world.ask(listOfficers, both, {})).rows.map((row) => row.name)).toEqual(['兼职'])
})

it('offers the officers of a unit of the own bureau, and no other', async () => {
  const unit = world.unit()
  const [one, reader] = [world.officer('丁', 'officer', unit), world.officer('戊', 'dispatcher', world.bureau)]
  await enrol(world, [one, reader])
  expect((await world.ask(listUnitOfficers, reader, { code: unit })).rows).toMatchObject([{ id: one.id, name: '丁' }])
  const elsewhere = { ...reader, bureauCode: (await createWorld([])).bureau }
  await expect(world.ask(listUnitOfficers, elsewhere, { code: unit })).rejects.toMatchObject({ code: 'accounts.unitNotFound' })
})

it('lists units with parents before children', async () => {
  const [parent, child] = [world.unit(), world.unit()]
  const officer = world.officer('己', 'officer', child)
  await enrol(world, [officer], { parents: { [child]: parent } })
  const codes = (await world.ask(listUnits, officer, {})).rows.map((unit) => unit.code)
  expect(codes[0]).toBe(world.bureau)
  expect(codes.indexOf(parent)).toBeLessThan(codes.indexOf(child))
  expect(codes).toContain(child)
})
