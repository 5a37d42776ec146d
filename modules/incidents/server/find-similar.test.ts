import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesModule } from '#modules/cases/server/module.ts'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { addCall } from './add-call.ts'
import { findSimilar } from './find-similar.ts'
import { mergeIncident } from './merge-incident.ts'

let desk: Desk
let burglary: string
let fight: string
beforeAll(async () => {
  desk = await createDesk()
  burglary = (await takeCall(desk)).id
  desk.world.advance({ minutes: 5 })
  fight = (
    await takeCall(desk, {
      dispatchTo: desk.stranger.unitCode,
      category: 'fight',
      place: '汾川县河西镇滨河小区南门',
      reporterPhone: '19900000418',
    })
  ).id
})
afterAll(() => desk.world.close())

const similar = (input: object, actor = desk.dispatcher) => desk.world.ask(findSimilar, actor, input)
const found = async (input: object, actor = desk.dispatcher) => (await similar(input, actor)).rows.map(({ id, because }) => [id, because])

describe('a call being typed', () => {
  it('is compared by phone and by place, the same phone first, and says why', async () => {
    expect(await found({ phone: '19900000417' })).toEqual([[burglary, ['phone']]])
    expect(await found({ place: '滨河小区南门外路边' })).toEqual([[fight, ['place']]])
    expect(await found({ phone: '19900000417', place: '粮站家属院3号楼' })).toEqual([[burglary, ['phone', 'place']]])
    expect(await found({ phone: '19900000417', place: '滨河小区南门' })).toEqual([
      [burglary, ['phone']],
      [fight, ['place']],
    ])
    expect(await found({ phone: '19900000999', place: '云岭乡石桥村' })).toEqual([])
  })

  it('is also recognised by the phone of a later call', async () => {
    const call = { incidentId: burglary, callId: uuid(), channel: '110', callerPhone: '19900000777', said: '又来电' }
    await desk.world.perform(addCall, desk.dispatcher, call)
    expect(await found({ phone: '19900000777' })).toEqual([[burglary, ['phone']]])
  })

  it('is not compared with what the officer may not see', async () => {
    expect(await found({ place: '滨河小区南门' }, desk.officer)).toEqual([])
    expect(await found({ phone: '19900000418' }, desk.officer)).toEqual([])
    await expect(similar({ phone: '19900000418' }, desk.supervisor)).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('leaves a line in the trail that holds neither phone nor place', async () => {
    const trail = await desk.world.auditTrail(`unit:${desk.dispatcher.unitCode}`)
    expect(trail.at(-1)).toMatchObject({ action: 'incidents.findSimilar', outcome: 'read' })
    for (const word of ['0417', '粮站', '滨河']) expect(JSON.stringify(trail)).not.toContain(word)
  })

  it('finds the incident that goes on, not the one merged into it', async () => {
    const second = (await takeCall(desk, { reporterPhone: '19900000555' })).id
    await desk.world.perform(mergeIncident, desk.dispatcher, { incidentId: second, intoId: burglary, reason: '同一起' })
    expect((await found({ place: '粮站家属院3号楼2单元' })).map(([id]) => id)).toEqual([burglary])
  })
})

it('does not tell by their phone of who asked for secrecy', async () => {
  const { world, officer, dispatcher } = desk
  const incidentId = await arrived(desk, { reporterPhone: '19900000666', place: '石门乡采石场' })
  const { caseId } = await disposeAs(desk, incidentId, asCrime())
  const [party] = (await world.ask(findCase, officer, { caseId })).parties
  const keepSecret = casesModule.routes.find((route) => route.name === 'cases.setIdentitySecrecy')
  await keepSecret?.carryOut(world.platform, officer, { caseId, partyId: party?.id, id: uuid(), isSecret: true })
  expect(await found({ phone: '19900000666' }, officer)).toEqual([[incidentId, ['phone']]])
  expect(await found({ phone: '19900000666' }, dispatcher)).toEqual([])
})
