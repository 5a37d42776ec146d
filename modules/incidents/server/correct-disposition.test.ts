import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clocksOf } from '#modules/deadlines/index.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { correctDisposition } from './correct-disposition.ts'
import { fileIncident } from './file-incident.ts'
import { findIncident } from './find-incident.ts'
import { handOverIncident } from './hand-over-incident.ts'
import { refuseFiling } from './refuse-filing.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const ended = async (over: object) => {
  const id = await arrived(desk)
  await disposeAs(desk, id, over)
  return id
}
const asHelp = { disposition: 'helped', note: '协助换锁' }
const asProposal = { disposition: 'administrative-case', causeCode: 'psapl-51', note: '夜市推搡' }
const correct = (incidentId: string, over: object) =>
  desk.world.perform(correctDisposition, desk.officer, { incidentId, reason: '复核监控后改判', ...over })
const see = (incidentId: string) => desk.world.ask(findIncident, desk.officer, { incidentId })
const clocks = async (id: string) =>
  (await clocksOf(desk.world.open, desk.world.bureau, [`incident:${id}`])).map(({ rule, state }) => `${rule} ${state}`)

describe('correcting a disposition', () => {
  it('keeps the old one in the history, with who corrected it and why', async () => {
    const id = await ended(asHelp)
    await correct(id, { disposition: 'mediated', note: '双方当场和解' })
    const { disposition, dispositionNote, history, state } = await see(id)
    expect({ state, disposition, dispositionNote }).toEqual({ state: 'disposed', disposition: 'mediated', dispositionNote: '双方当场和解' })
    expect(history.at(-1)).toMatchObject({
      step: 'correct',
      byName: '赵启明',
      reason: '复核监控后改判',
      disposition: 'mediated',
      replaced: { disposition: 'helped', note: '协助换锁', cause: null },
    })
    expect(history.find(({ step }) => step === 'dispose')).toMatchObject({ disposition: 'helped', note: '协助换锁' })
  })

  it('ends what the old outcome owed and begins what the new one owes, back and forth', async () => {
    const { world, unitHead } = desk
    const id = await ended(asProposal)
    expect(await clocks(id)).toEqual(['report_registration_after_emergency running'])
    await correct(id, { disposition: 'transferred', note: '移送市场监管局' })
    expect((await clocks(id)).toSorted()).toEqual(['report_registration_after_emergency cancelled', 'report_transfer running'])
    expect((await see(id)).handOverDueAt).not.toBeNull()
    world.advance({ hours: 1 })
    await correct(id, asProposal)
    expect((await clocks(id)).toSorted()).toEqual(['report_registration_after_emergency running', 'report_transfer cancelled'])
    expect(await see(id)).toMatchObject({ handOverDueAt: null, proposedCause: 'psapl-51' })
    expect((await world.ask(unitDuties, unitHead, {})).rows.find((row) => row.id === id)?.response.awaited).toBe('filing')
    const filed = { incidentId: id, caseId: uuid(), causeCode: 'psapl-51', matter: '夜市摊位前被推搡' }
    expect(await world.perform(fileIncident, unitHead, filed)).toMatchObject({ caseNumber: expect.stringMatching(/^A/) })
  })

  it('accepts a crime that was first taken for something else', async () => {
    const id = await ended({ disposition: 'not-accepted', note: '无违法事实' })
    const done = await correct(id, asCrime())
    expect(done).toMatchObject({ caseNumber: expect.stringMatching(/^A/), receiptId: expect.any(String) })
    expect(await see(id)).toMatchObject({ disposition: 'criminal-case', caseId: done.caseId })
  })

  it('is refused once something has come of the outcome: a case, a paper about it, a hand-over', async () => {
    const { world, unitHead } = desk
    const crime = await ended(asCrime())
    await expect(correct(crime, asHelp)).rejects.toMatchObject({ code: 'incidents.correctionHasCase' })
    const refused = await ended({ disposition: 'not-accepted', note: '无违法事实' })
    await world.perform(refuseFiling, unitHead, { incidentId: refused, paperId: uuid(), reason: '没有违法事实' })
    await expect(correct(refused, asHelp)).rejects.toMatchObject({ code: 'incidents.correctionHasPaper' })
    const transferred = await ended({ disposition: 'transferred', note: '移送市场监管局' })
    await world.perform(handOverIncident, desk.officer, {
      incidentId: transferred,
      to: '市场监管局',
      way: 'by-post',
      reporterTold: 'not-reached',
    })
    await expect(correct(transferred, asHelp)).rejects.toMatchObject({ code: 'incidents.correctionHandedOver' })
    for (const id of [crime, refused, transferred]) expect((await see(id)).can.steps).not.toContain('correct')
  })

  it('wants a reason and something that differs, and changes nothing when it is refused', async () => {
    const id = await ended(asHelp)
    await expect(correct(id, { ...asHelp, reason: '' })).rejects.toMatchObject({ fields: [{ path: 'reason' }] })
    await expect(correct(id, asHelp)).rejects.toMatchObject({ code: 'incidents.nothingToCorrect' })
    await expect(correct(id, { disposition: 'mediated' })).rejects.toMatchObject({ code: 'incidents.noteRequired' })
    expect(await see(id)).toMatchObject({ disposition: 'helped', dispositionNote: '协助换锁' })
  })

  it('answers the same click twice alike, and never brings into the open what was secret', async () => {
    const id = await ended({ ...asHelp, secrecy: 'secret' })
    const sent = { disposition: 'mediated', note: '当场和解' }
    const first = await correct(id, sent)
    expect(await correct(id, sent)).toEqual(first)
    const { secrecy, history } = await see(id)
    expect(secrecy).toBe('secret')
    expect(history.filter(({ step }) => step === 'correct')).toHaveLength(1)
  })
})
