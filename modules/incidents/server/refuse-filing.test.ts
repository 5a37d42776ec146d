import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { nameRemedies } from '#modules/accounts/testing/name-remedies.ts'
import { clocksOf } from '#modules/deadlines/index.ts'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { factsOf } from '../testing/paper-text.ts'
import { findIncident } from './find-incident.ts'
import { refuseFiling } from './refuse-filing.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const notAccepted = async () => {
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { disposition: 'not-accepted', note: '没有违法事实，已说明。' })
  return incidentId
}
const refuse = (incidentId: string, over: object = {}) =>
  desk.world.perform(refuseFiling, desk.unitHead, { incidentId, paperId: uuid(), reason: '经查双方仅口角，没有殴打行为', ...over })

async function textsFor(reference: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select text from notifications.message where bureau_code = ${desk.world.bureau} and reference = ${reference}`.execute(
    desk.world.platform.db,
  )
  return rows.map(({ text }) => text)
}

describe('the refusal of an administrative case', () => {
  it('waits for the head of the unit until it is decided', async () => {
    const incidentId = await notAccepted()
    const waiting = await desk.world.ask(unitDuties, desk.unitHead, {})
    expect(waiting.awaitsRefusal).toBe(1)
    expect(waiting.rows.find(({ id }) => id === incidentId)?.response.awaited).toBe('refusal')
    await refuse(incidentId)
    expect(await desk.world.ask(unitDuties, desk.unitHead, {})).toMatchObject({ awaitsRefusal: 0 })
    await expect(desk.world.perform(refuseFiling, desk.officer, { incidentId, paperId: uuid(), reason: '没有' })).rejects.toMatchObject({
      code: 'house.notAllowed',
    })
  })

  it('names organ and court as the bureau had set them when it was issued', async () => {
    const { world, officer } = desk
    const namedOn = async () => {
      const incidentId = await notAccepted()
      const { paperId } = await refuse(incidentId)
      return async () => factsOf(world, officer, incidentId, paperId)
    }
    const before = await namedOn()
    await nameRemedies(world, '汾川县人民政府', '汾川县人民法院')
    const after = await namedOn()
    await nameRemedies(world, null, null)
    expect(await before()).toMatchObject({ reconsiderationOrgan: null, court: null })
    expect(await after()).toMatchObject({ reconsiderationOrgan: '汾川县人民政府', court: '汾川县人民法院' })
  })

  it('is a paper with number, reasons and the decision’s day, for those who may know who reported', async () => {
    const incidentId = await notAccepted()
    const { paperId, paperNumber } = await refuse(incidentId)
    expect(paperNumber).toMatch(/^汾公（城关）不立案告字〔2026〕\d+号$/)
    expect(await factsOf(desk.world, desk.officer, incidentId, paperId)).toMatchObject({
      form: 'refusal-notice',
      reporterName: '贺秀兰',
      reasons: '经查双方仅口角，没有殴打行为',
      decidedAt: desk.world.clock.now,
    })
    await expect(factsOf(desk.world, desk.supervisor, incidentId, paperId)).rejects.toMatchObject({ code: 'incidents.paperNotFound' })
    const detail = await desk.world.ask(findIncident, desk.supervisor, { incidentId })
    expect(detail).toMatchObject({ papers: [{ form: 'refusal-notice', served: null }], can: { readPapers: false, steps: [] } })
  })

  it('turns a proposed case into one that is not filed, keeps the proposal in the history, and ends its clock', async () => {
    const incidentId = await arrived(desk)
    await disposeAs(desk, incidentId, { disposition: 'administrative-case', causeCode: 'psapl-51' })
    await refuse(incidentId)
    const detail = await desk.world.ask(findIncident, desk.unitHead, { incidentId })
    expect(detail).toMatchObject({ disposition: 'not-accepted', proposedCause: null, refusedAt: desk.world.clock.now.toISOString() })
    expect(detail.history.map(({ step, disposition }) => [step, disposition])).toContainEqual(['dispose', 'administrative-case'])
    expect(await clocksOf(desk.world.open, desk.world.bureau, [`incident:${incidentId}`])).toMatchObject([{ state: 'cancelled' }])
  })

  it('answers the same click twice with the same paper, and refuses a second decision', async () => {
    const incidentId = await notAccepted()
    const input = { paperId: uuid() }
    const first = await refuse(incidentId, input)
    expect(await refuse(incidentId, input)).toEqual(first)
    await expect(refuse(incidentId)).rejects.toMatchObject({ code: 'incidents.notAwaitingRefusal' })
    await expect(refuse(incidentId, { ...input, reason: '另一个理由' })).rejects.toMatchObject({ code: 'house.sameIdOtherContent' })
  })

  it('does not fit an incident that ended otherwise', async () => {
    const incidentId = await arrived(desk)
    await disposeAs(desk, incidentId, { disposition: 'helped', note: '已帮助' })
    await expect(refuse(incidentId)).rejects.toMatchObject({ code: 'incidents.paperDoesNotFit' })
  })

  it('tells the reporter neutrally, and says nothing by itself in a sensitive matter', async () => {
    const plain = await notAccepted()
    const { paperId } = await refuse(plain)
    const texts = await textsFor(`incident-refusal:${paperId}`)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('城关派出所')
    expect(texts[0]).not.toMatch(/不予|立案|贺秀兰/)
    const incidentId = await arrived(desk, { sensitivity: 'domestic' })
    await disposeAs(desk, incidentId, { disposition: 'not-accepted', note: '已说明' })
    const silent = await refuse(incidentId)
    expect(await textsFor(`incident-refusal:${silent.paperId}`)).toEqual([])
  })
})
