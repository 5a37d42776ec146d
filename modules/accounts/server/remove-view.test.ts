import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../testing/enrol.ts'
import { accountsModule } from './module.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'

let world: World
beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it("forgets one's own view, and does not find another person's", async () => {
  const [owner, other] = [world.officer('张警官', 'officer'), world.officer('李警官', 'leader', world.bureau)]
  await enrol(world, [owner, other])
  const view = { id: uuid(), list: '/staff/cases', name: '超期', search: 'level=overdue' }
  await world.perform(saveView, owner, view)
  await expect(world.perform(removeView, other, { viewId: view.id })).rejects.toMatchObject({ code: 'accounts.viewNotFound' })
  expect(await world.perform(removeView, owner, { viewId: view.id })).toEqual({ rows: [] })
  await expect(world.perform(removeView, owner, { viewId: view.id })).rejects.toMatchObject({ code: 'accounts.viewNotFound' })
})
