import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { changeIntakeSetting } from './change-intake-setting.ts'
import { findIntakeSetting } from './find-intake-setting.ts'
import { findSimilar } from './find-similar.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('holds from the next call on, with who set it and when', async () => {
  const { world, dispatcher } = desk
  const similar = async () => (await world.ask(findSimilar, dispatcher, { phone: '19900000417' })).rows.length
  expect(await world.ask(findIntakeSetting, dispatcher, {})).toEqual({ duplicateHours: 12, setAt: null, setByName: null })
  await takeCall(desk)
  world.advance({ hours: 3 })
  expect(await similar()).toBe(1)
  await world.perform(changeIntakeSetting, dispatcher, { duplicateHours: 2 })
  expect(await similar()).toBe(0)
  expect(await world.ask(findIntakeSetting, dispatcher, {})).toMatchObject({ duplicateHours: 2, setByName: '段青禾' })
})

it('lies between an hour and three days, and is kept by the command centre and the administrators', async () => {
  const set = (duplicateHours: number, actor = desk.dispatcher) => desk.world.perform(changeIntakeSetting, actor, { duplicateHours })
  for (const hours of [0, 73]) await expect(set(hours)).rejects.toMatchObject({ code: 'house.invalidInput' })
  await expect(set(6, desk.unitHead)).rejects.toMatchObject({ code: 'house.notAllowed' })
})
