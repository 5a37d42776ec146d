import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { findByPhone } from './find-by-phone.ts'

let desk: Desk
let ids: string[]
beforeAll(async () => {
  desk = await createDesk()
  const first = await takeCall(desk)
  desk.world.advance({ minutes: 5 })
  const second = await takeCall(desk, { dispatchTo: undefined })
  await takeCall(desk, { reporterPhone: '19900000418' })
  ids = [second.id, first.id]
})
afterAll(() => desk.world.close())

const found = async (actor: Desk['officer'], phone = '19900000417') =>
  (await desk.world.ask(findByPhone, actor, { phone })).rows.map((row) => row.id)

describe('looking up by phone', () => {
  it('finds what this phone reported, newest first', async () => {
    expect(await found(desk.dispatcher)).toEqual(ids)
    expect(await found(desk.dispatcher, '19900000999')).toEqual([])
  })

  it('finds in the own unit alone what the unit may see', async () => {
    expect(await found(desk.officer)).toEqual([ids[1]])
    expect(await found(desk.stranger)).toEqual([])
  })

  it('is not for those who may not know who reported', async () => {
    await expect(found(desk.supervisor)).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('leaves a line in the trail that does not hold the number', async () => {
    await found(desk.dispatcher)
    const trail = await desk.world.auditTrail(`unit:${desk.dispatcher.unitCode}`)
    expect(trail.at(-1)).toMatchObject({ action: 'incidents.findByPhone', outcome: 'read' })
    expect(JSON.stringify(trail)).not.toContain('0417')
  })
})
