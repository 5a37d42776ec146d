import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, explainClock, openCrime } from '../testing/bureau-of-cases.ts'
import { changeDisclosure } from './change-disclosure.ts'
import { findCase } from './find-case.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

it('makes a case secret and lifts it again, with its clocks, and keeps why', async () => {
  const { world, unitHead, supervisor } = bureau
  const { id } = await openCrime(bureau)
  const clock = { subject: `case:${id}`, rule: 'crim_filing_review' }
  await world.perform(changeDisclosure, unitHead, { caseId: id, secrecy: 'secret', sensitivity: 'none', reason: '涉及在侦团伙' })
  await expect(world.ask(findCase, supervisor, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  await expect(explainClock(bureau, supervisor, clock)).rejects.toMatchObject({ code: 'deadlines.clockNotFound' })
  await world.perform(changeDisclosure, unitHead, { caseId: id, secrecy: 'ordinary', sensitivity: 'operational', reason: '团伙已到案' })
  expect(await explainClock(bureau, supervisor, clock)).toHaveProperty('dueAt')
  const seen = await world.ask(findCase, supervisor, { caseId: id })
  expect(seen).toMatchObject({ secrecy: 'ordinary', sensitivity: 'operational' })
  expect(seen.changes.map((change) => [change.kind, change.reason])).toEqual([
    ['disclosure', '涉及在侦团伙'],
    ['disclosure', '团伙已到案'],
  ])
})

it('is for the head of the unit or the leader, and needs a change', async () => {
  const { world, officer, leader } = bureau
  const { id } = await openCrime(bureau)
  const input = { caseId: id, secrecy: 'secret', sensitivity: 'none', reason: '涉密' }
  await expect(world.perform(changeDisclosure, officer, input)).rejects.toMatchObject({ code: 'house.notAllowed' })
  const same = { ...input, secrecy: 'ordinary' }
  await expect(world.perform(changeDisclosure, leader, same)).rejects.toMatchObject({ code: 'cases.nothingChanged' })
  await expect(world.perform(changeDisclosure, leader, input)).resolves.toEqual({ secrecy: 'secret', sensitivity: 'none' })
  await expect(world.perform(changeDisclosure, leader, input)).resolves.toEqual({ secrecy: 'secret', sensitivity: 'none' })
})

describe('messages that wait when a case becomes secret or sensitive', () => {
  const about = async (caseId: string) =>
    (
      await sql<{ state: string; has_secret: boolean }>`
        select state, content_sealed is not null as has_secret from notifications.message
        where subject = ${`case:${caseId}`} order by id`.execute(bureau.world.platform.db)
    ).rows
  const arrivedOn = async (phone: string) =>
    (
      await sql`select 1 from notifications.demo_phone where phone_hash = ${bureau.world.platform.vault.hash('phone', phone)}`.execute(
        bureau.world.platform.db,
      )
    ).rows
  beforeAll(() => void Object.assign(bureau.world.platform, { isDemo: true }))

  it.each([
    ['secret', 'none', '19900000611'],
    ['ordinary', 'domestic', '19900000612'],
  ])('do not leave any more: %s, %s', async (secrecy, sensitivity, phone) => {
    const { world, unitHead } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '贺秀兰', phone, role: 'victim' } })
    expect(await about(id)).toEqual([{ state: 'queued', has_secret: true }])
    await world.perform(changeDisclosure, unitHead, { caseId: id, secrecy, sensitivity, reason: '嫌疑人与报案人同住' })
    await world.work()
    expect(await arrivedOn(phone)).toEqual([])
    expect(await about(id)).toEqual([{ state: 'dropped', has_secret: false }])
  })

  it('leave as ever where the change lifts a secret, and of other cases', async () => {
    const { world, unitHead } = bureau
    const phone = '19900000613'
    const other = await openCrime(bureau, { reporter: { name: '贺秀兰', phone, role: 'victim' } })
    const { id } = await openCrime(bureau, { secrecy: 'secret' })
    await world.perform(changeDisclosure, unitHead, { caseId: id, secrecy: 'ordinary', sensitivity: 'none', reason: '已结案' })
    await world.work()
    expect(await arrivedOn(phone)).toHaveLength(1)
    expect(await about(other.id)).toMatchObject([{ state: 'delivered' }])
  })
})
