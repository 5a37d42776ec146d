import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../testing/enrol.ts'
import { listViews } from './list-views.ts'
import { accountsModule } from './module.ts'
import { saveView, viewLimit } from './save-view.ts'

let world: World
let officer: Officer
const list = '/staff/incidents'

beforeAll(async () => {
  world = await createWorld([accountsModule])
  officer = world.officer('张警官', 'officer')
  await enrol(world, [officer])
})
afterAll(() => world.close())

const save = (name: string, search = 'state=signed') => world.perform(saveView, officer, { id: uuid(), list, name, search })

it('keeps filters under a name, for the officer and the list alone', async () => {
  await save('未到场')
  expect((await world.ask(listViews, officer, { list })).rows).toMatchObject([{ name: '未到场', search: 'state=signed' }])
  expect((await world.ask(listViews, officer, { list: '/staff/cases' })).rows).toEqual([])
  expect((await world.ask(listViews, world.officer('李警官', 'officer'), { list })).rows).toEqual([])
})

it('takes the same name as the same view with other filters', async () => {
  const { rows } = await save('未到场', 'state=signed&unit=141199550000')
  expect(rows).toMatchObject([{ name: '未到场', search: 'state=signed&unit=141199550000' }])
})

it('does not take the id of another view for a name of its own', async () => {
  const [first] = (await save('未到场')).rows
  await expect(world.perform(saveView, officer, { id: first!.id, list, name: '别的名字', search: '' })).rejects.toMatchObject({
    code: 'house.sameIdOtherContent',
  })
})

it('keeps so many that they are still tabs', async () => {
  for (let count = 1; count < viewLimit; count += 1) await save(`视图 ${count}`)
  await expect(save('一个多的')).rejects.toMatchObject({ code: 'accounts.tooManyViews', facts: { limit: viewLimit } })
  expect((await world.ask(listViews, officer, { list })).rows).toHaveLength(viewLimit)
})

it('refuses a list that is no page of the house, and an empty name', async () => {
  const wrong = { id: uuid(), list: 'https://example.org/', name: ' ', search: '' }
  await expect(world.perform(saveView, officer, wrong)).rejects.toMatchObject({ code: 'house.invalidInput' })
})
