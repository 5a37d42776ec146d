import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { insertOfficers } from '#modules/accounts/index.ts'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { assignOfficers } from './assign-officers.ts'
import { findCase } from './find-case.ts'
import { listCaseTrail } from './list-case-trail.ts'
import { readPaper } from './read-paper.ts'
import { unmaskParty } from './unmask-party.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

describe('opening a case page', () => {
  it('shows the history and masks the reporter; opening and unmasking are written into the trail', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const seen = await world.ask(findCase, officer, { caseId: id })
    expect(seen.parties).toMatchObject([{ role: 'reporter', name: '贺某某', phone: '199 **** 0417' }])
    expect(seen.history).toMatchObject([{ act: 'accept', byName: '赵启明', byUnitName: '城关派出所' }])
    const partyId = seen.parties[0]?.id
    expect(await world.ask(unmaskParty, officer, { caseId: id, partyId })).toEqual({ name: '贺秀兰', phone: '19900000417', landline: null })
    expect((await world.auditTrail(`case:${id}`)).map((line) => [line.action, line.outcome])).toEqual([
      ['cases.openForTest', 'done'],
      ['cases.find', 'read'],
      ['cases.unmaskParty', 'read'],
    ])
  })

  it('shows who looked to its two investigators, who leads, supervises or manages cases, and to nobody else', async () => {
    const { world, officer, unitHead, leader, supervisor, stranger } = bureau
    const [second, colleague, centre, legal] = [
      world.officer('梁素英', 'officer'),
      world.officer('马小川', 'officer'),
      world.officer('冯若谷', 'case-centre', world.bureau),
      world.officer('王晓芸', 'legal-officer', world.bureau),
    ]
    await insertOfficers(world.open, [
      { ...officer, position: '民警', officePhone: null, passwordVerifier: '-', grants: [] },
      { ...second, position: '民警', officePhone: null, passwordVerifier: '-', grants: [] },
    ])
    const { id } = await openCrime(bureau)
    await world.perform(assignOfficers, unitHead, { caseId: id, holderId: officer.id, secondId: second.id })
    for (const one of [officer, second, unitHead, leader, supervisor, centre]) {
      expect((await world.ask(findCase, one, { caseId: id })).can.seeTrail, one.name).toBe(true)
      const { rows } = await world.ask(listCaseTrail, one, { caseId: id })
      expect(rows.map(({ action, actorName }) => [action, actorName])).toContainEqual(['cases.find', one.name])
    }
    for (const one of [colleague, legal]) {
      expect((await world.ask(findCase, one, { caseId: id })).can.seeTrail, one.name).toBe(false)
      await expect(world.ask(listCaseTrail, one, { caseId: id })).rejects.toMatchObject({ code: 'cases.trailNotYours' })
    }
    await expect(world.ask(listCaseTrail, stranger, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  })

  it('does not tell a supervisor who reported', async () => {
    const { world, supervisor } = bureau
    const { id } = await openCrime(bureau)
    const seen = await world.ask(findCase, supervisor, { caseId: id })
    expect(seen.can).toMatchObject({ unmask: false, acts: [], seeTrail: true })
    await expect(world.ask(unmaskParty, supervisor, { caseId: id, partyId: seen.parties[0]?.id })).rejects.toMatchObject({
      code: 'cases.partyNotFound',
    })
  })

  it('gives the paper, which names the reporter and holds the code, to those who work on the case', async () => {
    const { world, officer, supervisor } = bureau
    const { id } = await openCrime(bureau)
    const [paper] = (await world.ask(findCase, officer, { caseId: id })).papers
    const read = { caseId: id, paperId: paper?.id }
    expect(await world.ask(readPaper, officer, read)).toMatchObject({ form: 'acceptance-receipt', reporterName: '贺秀兰' })
    expect((await world.ask(findCase, supervisor, { caseId: id })).can.readPapers).toBe(false)
    const legal = world.officer('王晓芸', 'legal-officer', world.bureau)
    for (const actor of [supervisor, legal])
      await expect(world.ask(readPaper, actor, read)).rejects.toMatchObject({ code: 'cases.paperNotFound' })
  })

  it('answers the same, through HTTP, for another unit’s case, a secret one, and none at all', async () => {
    const { world, stranger, supervisor } = bureau
    const ask = async (actor: Actor, caseId: string) => {
      const http = await world.http(() => actor)
      const { statusCode, headers, body } = await http.inject({ method: 'GET', url: `/api/cases/${caseId}` })
      const { requestId: _, ...problem } = JSON.parse(body) as { requestId: string }
      return [statusCode, headers['content-type'], JSON.stringify(problem).replaceAll(caseId, '…')]
    }
    const others = await ask(stranger, (await openCrime(bureau)).id)
    expect(others).toEqual(await ask(stranger, uuid()))
    expect(others[0]).toBe(404)
    const secret = await ask(supervisor, (await openCrime(bureau, { secrecy: 'secret' })).id)
    expect(secret).toEqual(await ask(supervisor, uuid()))
  })

  it('shows a secret case to its holder, the head of the unit and the leader', async () => {
    const { world, officer, unitHead, leader } = bureau
    const { id } = await openCrime(bureau, { secrecy: 'secret' })
    for (const actor of [officer, unitHead, leader]) expect(await world.ask(findCase, actor, { caseId: id })).toMatchObject({ id })
    const colleague = world.officer('马小川', 'officer')
    await expect(world.ask(findCase, colleague, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  })

  it('does not exist for a stranger without a session', async () => {
    const http = await bureau.world.http(() => null)
    expect((await http.inject({ method: 'GET', url: `/api/cases/${uuid()}` })).statusCode).toBe(401)
  })
})
