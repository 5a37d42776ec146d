import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, carryOut, type County, createCounty, type Input, knock, type OpenedCase, type Person } from './county.ts'

interface Row {
  readonly id: string
  readonly name: string | null
  readonly number: string | null
  readonly times: number
  readonly actions: readonly string[]
}

let county: County
let given: OpenedCase
let secret: OpenedCase
beforeAll(async () => {
  county = await createCounty()
  given = await accepted(county)
  secret = await accepted(county, 'secret', { reporterPhone: '19900000418' })
  const { near, whole } = county
  for (let look = 0; look < 3; look++) {
    county.world.advance({ minutes: 5 })
    await carryOut(county, near.officer, 'cases.find', { caseId: given.caseId })
  }
  await carryOut(county, near.officer, 'cases.unmaskParty', { caseId: given.caseId, partyId: given.partyId })
  await carryOut(county, whole.leader, 'cases.find', { caseId: given.caseId })
  await carryOut(county, near.officer, 'cases.find', { caseId: secret.caseId })
  await carryOut(county, near.officer, 'incidents.find', { incidentId: given.incidentId })
  await carryOut(county, county.away.officer, 'cases.find', { caseId: given.caseId }).catch(() => undefined)
}, 120_000)
afterAll(() => county.close())

const rows = async (person: Person, name: string, input: Input) => (await carryOut(county, person, name, input))['rows'] as Row[]
const readers = (person: Person, input: Input) => rows(person, 'audit.listReaders', input)
const looked = (person: Person, input: Input) => rows(person, 'audit.listLooked', input)
const policeNumber = () => county.near.officer.officer.policeNumber

describe('who looked at this case', () => {
  it('is answered by its number: everybody once, with how often and by what', async () => {
    const found = await readers(county.whole.supervisor, { number: given.number })
    const mine = found.find(({ id }) => id === county.near.officer.officer.id)
    expect(mine).toMatchObject({ times: 4, actions: ['cases.find', 'cases.unmaskParty'] })
    expect(found.map(({ id }) => id)).toContain(county.whole.leader.officer.id)
    expect(found.map(({ id }) => id)).not.toContain(county.away.officer.officer.id)
  })

  it('is answered alike by its reference, and narrowed to the last days', async () => {
    const subject = `case:${given.caseId}`
    expect(await readers(county.whole.supervisor, { subject })).toEqual(await readers(county.whole.supervisor, { number: given.number }))
    expect(await readers(county.whole.supervisor, { subject, days: 1 })).not.toEqual([])
  })

  it('tells nothing of a secret to whom it does not exist: as of a number that was never given', async () => {
    expect(await readers(county.whole.supervisor, { number: secret.number })).toEqual([])
    expect(await readers(county.whole.supervisor, { number: 'A999999000000209901000001' })).toEqual([])
    expect(await readers(county.whole.leader, { number: secret.number })).not.toEqual([])
    expect(await readers(county.away['unit-head'], { number: given.number })).toEqual([])
  })

  it('answers nothing when nothing was asked, and refuses what is no number', async () => {
    expect(await readers(county.whole.supervisor, {})).toEqual([])
    const { statusCode } = await knock(county.http, {
      method: 'GET',
      path: '/api/audit/readers',
      input: { number: '贺秀兰' },
      cookie: county.whole.supervisor.cookie,
    })
    expect(statusCode).toBe(400)
  })
})

describe('what this officer looked at', () => {
  it('is answered by the police number: every case and incident once, with its number', async () => {
    const found = await looked(county.whole.supervisor, { policeNumber: policeNumber() })
    expect(found).toContainEqual(expect.objectContaining({ id: `case:${given.caseId}`, number: given.number, times: 4 }))
    expect(found.find(({ id }) => id === `incident:${given.incidentId}`)?.number).toMatch(/^J\d+$/)
    expect(found.map(({ id }) => id)).not.toContain(`case:${secret.caseId}`)
    expect((await looked(county.whole.leader, { policeNumber: policeNumber() })).map(({ id }) => id)).toContain(`case:${secret.caseId}`)
  })

  it('is for those who answer for how people work', async () => {
    for (const role of ['officer', 'dispatcher', 'administrator'] as const)
      await expect(looked(county.whole[role], { policeNumber: policeNumber() })).rejects.toMatchObject({ code: 'house.notAllowed' })
    expect(await looked(county.whole.supervisor, { policeNumber: '000000' })).toEqual([])
  })
})
