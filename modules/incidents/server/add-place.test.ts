import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../testing/first-walk.ts'
import { addPlace } from './add-place.ts'
import { searchPlaces } from './search-places.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
  await add({ name: '东关农贸市场', location: '城关镇东关街 8 号' })
  await add({ name: '县医院', location: '城关镇东关街 20 号' })
})
afterAll(() => desk.world.close())

const aPlace = (over: object = {}) => ({ id: uuid(), name: '汽车站', location: '城关镇站前路 1 号', unitCode: desk.world.station, ...over })
const add = (over: object = {}, actor = desk.dispatcher) => desk.world.perform(addPlace, actor, aPlace(over))
const search = async (typed: string, actor = desk.dispatcher) => (await desk.world.ask(searchPlaces, actor, { typed })).rows

describe('a place of the book', () => {
  it('is found by name, by location and by first letters, with the unit whose beat it is on', async () => {
    expect(await search('农贸')).toMatchObject([{ name: '东关农贸市场', unitCode: desk.world.station, unitName: '城关派出所' }])
    expect((await search('dgnm')).map(({ name }) => name)).toEqual(['东关农贸市场'])
    expect((await search('东关')).map(({ name }) => name)).toEqual(['东关农贸市场', '县医院'])
    expect(await search('100%')).toEqual([])
  })

  it('is added once however often the click arrives', async () => {
    const place = aPlace({ name: '文化广场' })
    const twice = [await desk.world.perform(addPlace, desk.dispatcher, place), await desk.world.perform(addPlace, desk.dispatcher, place)]
    expect(twice[0]).toEqual(twice[1])
    expect(await search('文化广场')).toHaveLength(1)
    await expect(desk.world.perform(addPlace, desk.dispatcher, { ...place, name: '别处' })).rejects.toMatchObject({
      code: 'house.sameIdOtherContent',
    })
  })

  it('lies on the beat of a unit of the bureau', async () => {
    const refused = { code: 'incidents.unitNotFound' }
    await expect(add({ unitCode: '990000000000' })).rejects.toMatchObject(refused)
    await expect(add({ unitCode: desk.world.bureau })).rejects.toMatchObject(refused)
  })

  it('is added by the command centre and the bureau’s administrators alone, and read by whoever takes calls', async () => {
    await expect(add({}, desk.officer)).rejects.toMatchObject({ code: 'house.notAllowed' })
    await add({ name: '政务大厅' }, desk.world.officer('游志远', 'administrator', desk.world.bureau))
    const ofStation = desk.world.officer('何欣', 'administrator')
    await expect(add({}, ofStation)).rejects.toMatchObject({ code: 'incidents.intakeNotYours' })
    expect(await search('政务', desk.officer)).toHaveLength(1)
    await expect(search('政务', desk.supervisor)).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('is written into the trail', async () => {
    const trail = await desk.world.auditTrail(`intake:${desk.world.bureau}`)
    expect(trail[0]).toMatchObject({ action: 'incidents.addPlace', outcome: 'done', actor: '段青禾' })
  })
})
