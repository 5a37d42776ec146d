import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { insertOfficers } from '#modules/accounts/index.ts'
import { type Bureau, createBureau, explainClock, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { assignOfficers } from './assign-officers.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'

let bureau: Bureau
let second: Officer
let third: Officer
beforeAll(async () => {
  bureau = await createBureau()
  const { world, officer, stranger } = bureau
  second = world.officer('梁素英', 'officer')
  third = world.officer('孟祥', 'officer')
  await insertOfficers(
    world.open,
    [officer, second, third, stranger].map((one) => ({ ...one, position: '民警', officePhone: null, passwordVerifier: '-', grants: [] })),
  )
})
afterAll(() => bureau.world.close())

const told = async (officerId: string): Promise<string[]> => {
  const { rows } = await sql<{ text_zh: string }>`select text_zh from notifications.inbox where officer_id = ${officerId}`.execute(
    bureau.world.platform.db,
  )
  return rows.map((row) => row.text_zh)
}

it('warns of a filed case without a second investigator until one is named', async () => {
  const { world, unitHead } = bureau
  const { id, number } = await openViolation(bureau)
  const before = await world.ask(findCase, unitHead, { caseId: id })
  expect(before.findings).toMatchObject([{ rule: 'two-investigators-assigned', severity: 'warn' }])
  await world.perform(assignOfficers, unitHead, { caseId: id, holderId: before.holderId, secondId: second.id })
  const after = await world.ask(findCase, unitHead, { caseId: id })
  expect(after).toMatchObject({ findings: [], secondName: '梁素英', receiverName: before.holderName })
  expect(after.changes).toMatchObject([{ kind: 'officers', was: { second: null }, became: { second: { name: '梁素英' } } }])
  expect(await told(second.id)).toContain(`案件 ${number} 由您协办。`)
})

it('judges a case that was decided by who had it then: a second one named afterwards cures nothing, one taken away accuses nobody', async () => {
  const { world, unitHead } = bureau
  const rules = async (caseId: string) => (await world.ask(findCase, unitHead, { caseId })).findings.map(({ rule }) => rule)
  const assign = (caseId: string, secondId: string | null) =>
    world.perform(assignOfficers, unitHead, { caseId, holderId: unitHead.id, secondId })
  const decide = async (caseId: string) => {
    world.advance({ minutes: 1 })
    await world.perform(moveCase, unitHead, { caseId, act: 'decide', outcome: 'mediated' })
    world.advance({ minutes: 1 })
  }
  const [alone, both] = [await openViolation(bureau), await openViolation(bureau)]
  await decide(alone.id)
  expect(await rules(alone.id)).toEqual(['two-investigators-assigned'])
  await assign(alone.id, second.id)
  expect(await rules(alone.id)).toEqual(['two-investigators-assigned'])
  await assign(both.id, second.id)
  await decide(both.id)
  await assign(both.id, null)
  expect(await rules(both.id)).toEqual([])
})

it('does not warn before the case is filed', async () => {
  const { id } = await openCrime(bureau)
  expect((await bureau.world.ask(findCase, bureau.leader, { caseId: id })).findings).toEqual([])
})

it('hands a secret case over: the new investigators see it and its clock, the earlier holder no longer; who took the report stays', async () => {
  const { world, officer, unitHead } = bureau
  const { id, number } = await openCrime(bureau, { secrecy: 'secret' })
  await expect(world.ask(findCase, second, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  await world.perform(assignOfficers, unitHead, { caseId: id, holderId: second.id, secondId: third.id, reason: '原主办调离' })
  await expect(world.ask(findCase, officer, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  for (const one of [second, third]) {
    expect(await world.ask(findCase, one, { caseId: id })).toMatchObject({ holderName: '梁素英', receiverName: '赵启明' })
    const clock = { subject: `case:${id}`, rule: 'crim_filing_review' }
    expect(await explainClock(bureau, one, clock)).toHaveProperty('dueAt')
    await expect(explainClock(bureau, officer, clock)).rejects.toMatchObject({ code: 'deadlines.clockNotFound' })
  }
  expect(await told(second.id)).toContain(`案件 ${number} 由您主办。`)
})

it('takes two different officers of the unit only', async () => {
  const { world, unitHead, stranger, officer } = bureau
  const { id } = await openCrime(bureau)
  const assign = (holderId: string, secondId: string | null) => world.perform(assignOfficers, unitHead, { caseId: id, holderId, secondId })
  await expect(assign(second.id, second.id)).rejects.toMatchObject({ code: 'cases.sameOfficerTwice' })
  await expect(assign(officer.id, stranger.id)).rejects.toMatchObject({ code: 'cases.officerNotOfUnit', fields: [{ path: 'secondId' }] })
  await expect(assign(officer.id, null)).rejects.toMatchObject({ code: 'cases.nothingChanged' })
  await expect(world.perform(assignOfficers, officer, { caseId: id, holderId: second.id, secondId: null })).rejects.toMatchObject({
    code: 'house.notAllowed',
  })
})
