import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { listOfficers } from '../list-officers.ts'
import { accountsModule } from '../module.ts'
import { changeOfficer } from './change-officer.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('corrects details and moves to a unit that one administers', async () => {
  const unit = world.unit()
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('甲', 'officer')]
  await enrol(world, [admin, officer, world.officer('乙', 'officer', unit)])
  const details = { name: '甲改', position: '副所长', officePhone: '0350-5550110' }
  await world.perform(changeOfficer, admin, { officerId: officer.id, unitCode: unit, ...details })
  expect((await world.ask(listOfficers, admin, { policeNumber: officer.policeNumber })).rows).toMatchObject([
    { unitCode: unit, ...details },
  ])
})

it('does not move anybody into a unit of others', async () => {
  const other = world.unit()
  const [admin, officer] = [world.officer('所管理员', 'administrator'), world.officer('丙', 'officer')]
  await enrol(world, [admin, officer, world.officer('丁', 'officer', other)])
  const input = { officerId: officer.id, unitCode: other, name: '丙', position: '民警', officePhone: null }
  await expect(world.perform(changeOfficer, admin, input)).rejects.toMatchObject({ code: 'accounts.unitNotYours' })
})
