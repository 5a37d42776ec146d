import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { type Bureau, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { changeCause } from './change-cause.ts'
import { findCase } from './find-case.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

it('changes the cause with its reason; the number and the earlier cause stay', async () => {
  const { world, unitHead } = bureau
  const { id, number } = await openCrime(bureau)
  await world.perform(changeCause, unitHead, { caseId: id, causeCode: 'cl-266', reason: '经查系虚构身份骗取财物' })
  const seen = await world.ask(findCase, unitHead, { caseId: id })
  expect(seen).toMatchObject({ number, causeCode: 'cl-266' })
  expect(seen.changes).toMatchObject([
    { kind: 'cause', was: { causeCode: 'cl-264' }, became: { causeCode: 'cl-266' }, reason: '经查系虚构身份骗取财物', byName: '陈立安' },
  ])
})

it('takes another cause in words, and forgets them when the list has one again', async () => {
  const { world, unitHead } = bureau
  const { id } = await openCrime(bureau)
  const inWords = { causeCode: 'other', causeText: '倒卖文物', causeLaw: '《刑法》', causeArticle: '第326条' }
  await expect(world.perform(changeCause, unitHead, { caseId: id, causeCode: 'other', reason: '更正' })).rejects.toMatchObject({
    code: 'cases.causeTextRequired',
  })
  await expect(world.perform(changeCause, unitHead, { caseId: id, ...inWords, reason: '更正' })).resolves.toEqual(inWords)
  await expect(
    world.perform(changeCause, unitHead, { caseId: id, ...inWords, causeCode: 'cl-264', reason: '再更正' }),
  ).resolves.toMatchObject({ causeCode: 'cl-264', causeText: null, causeLaw: null })
})

it('lets the limit follow the law of the cause, counted from the filing, and back again', async () => {
  const { world, unitHead } = bureau
  const { id } = await openViolation(bureau)
  world.advance({ hours: 30 })
  const clocks = async () =>
    (await world.ask(findCase, unitHead, { caseId: id })).clocks.map(({ rule, state, dueAt }) => [
      rule,
      state,
      inBeijing(new Date(dueAt)).slice(0, 10),
    ])
  const change = (cause: object) => world.perform(changeCause, unitHead, { caseId: id, reason: '经查', ...cause })
  await change({ causeCode: 'other', causeText: '携犬出户未系犬绳' })
  expect(await clocks()).toEqual([['admin_case_limit_2025', 'running', '2026-04-01']])
  await change({ causeCode: 'other', causeText: '携犬出户未系犬绳', causeLaw: '《动物防疫法》' })
  expect(await clocks()).toEqual([
    ['admin_case_limit_2025', 'cancelled', '2026-04-01'],
    ['other_admin_penalty_limit', 'running', '2026-06-01'],
  ])
  expect((await world.ask(findCase, unitHead, { caseId: id })).can.acts).toMatchObject([{ article: { law: 'proc-admin', article: '172' } }])
  await change({ causeCode: 'psapl-89-1' })
  expect(await clocks()).toEqual([
    ['admin_case_limit_2025', 'running', '2026-04-01'],
    ['other_admin_penalty_limit', 'cancelled', '2026-06-01'],
  ])
})

it('is for the head of the unit: the officer is told so, and the attempt is recorded', async () => {
  const { world, officer, unitHead, stranger } = bureau
  const { id } = await openCrime(bureau)
  const input = { caseId: id, causeCode: 'cl-266', reason: '更正' }
  await expect(world.perform(changeCause, officer, input)).rejects.toMatchObject({ code: 'house.notAllowed' })
  const elsewhere = world.officer('何为', 'unit-head', stranger.unitCode)
  await expect(world.perform(changeCause, elsewhere, input)).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  await expect(world.perform(changeCause, unitHead, { ...input, causeCode: 'psapl-51' })).rejects.toMatchObject({
    code: 'cases.causeDoesNotFit',
  })
  await expect(world.perform(changeCause, unitHead, { ...input, causeCode: 'cl-264' })).rejects.toMatchObject({
    code: 'cases.nothingChanged',
  })
})

it('answers a click that came twice like the first', async () => {
  const { world, unitHead } = bureau
  const { id } = await openCrime(bureau)
  const input = { caseId: id, causeCode: 'cl-266', reason: '更正' }
  const first = await world.perform(changeCause, unitHead, input)
  expect(await world.perform(changeCause, unitHead, input)).toEqual(first)
  expect((await world.ask(findCase, unitHead, { caseId: id })).changes).toHaveLength(1)
})
