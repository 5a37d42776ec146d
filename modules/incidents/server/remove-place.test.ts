import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDesk, type Desk } from '../testing/first-walk.ts'
import { addPlace } from './add-place.ts'
import { removePlace } from './remove-place.ts'
import { searchPlaces } from './search-places.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('takes a place out of the book, once, for good', async () => {
  const { world, dispatcher, officer } = desk
  const id = uuid()
  await world.perform(addPlace, dispatcher, { id, name: '旧棉纺厂', location: '城关镇工人路 3 号', unitCode: world.station })
  await expect(world.perform(removePlace, officer, { placeId: id })).rejects.toMatchObject({ code: 'house.notAllowed' })
  expect(await world.perform(removePlace, dispatcher, { placeId: id })).toEqual({ id })
  expect(await world.perform(removePlace, dispatcher, { placeId: id })).toEqual({ id })
  expect((await world.ask(searchPlaces, dispatcher, { typed: '棉纺' })).rows).toEqual([])
})

it('knows no place that is not in the own bureau’s book', async () => {
  const placeId = uuid()
  await expect(desk.world.perform(removePlace, desk.dispatcher, { placeId })).rejects.toMatchObject({ code: 'incidents.placeNotFound' })
})
