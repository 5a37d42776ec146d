import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { listLaws } from './list-laws.ts'
import { lawLibraryModule } from './module.ts'

let world: World
beforeAll(async () => void (world = await createWorld([lawLibraryModule])))
afterAll(() => world.close())

it('lists both editions of a law with the articles that are cited, to any officer', async () => {
  const { laws } = await world.ask(listLaws, world.officer('张警官', 'officer'), {})
  const editions = laws.filter((law) => law.id.startsWith('psapl'))
  expect(editions.map((law) => law.title.zh)).toEqual(['《治安管理处罚法》（2012修正）', '《治安管理处罚法》（2025修订）'])
  expect(editions[1]?.articles.find(({ article }) => article === '118')?.text).toEqual({
    zh: '《治安管理处罚法》（2025修订）第118条',
    en: 'Public Security Administration Penalties Law (2025 revision), art. 118',
  })
})

it('is not open to a citizen', async () => {
  const party = { kind: 'party', id: 'p', bureauCode: world.bureau } as const
  await expect(world.ask(listLaws, party, {})).rejects.toMatchObject({ code: 'house.notAllowed' })
})
