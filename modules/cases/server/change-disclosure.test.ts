import { afterAll, beforeAll, expect, it } from 'vitest'
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
