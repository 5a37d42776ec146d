import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { allRanges, readRange } from '../../domain/penalty/range.ts'
import worked from '../../domain/penalty/worked-cases.json' with { type: 'json' }
import { answerPenalties } from './answer-penalties.ts'
import { PenaltyCaseFault } from './penalty-case.ts'

const file = (...cases: object[]) => JSON.stringify({ about: 'ignored', cases })
const plain = { id: 'a', cause: '盗窃', actDate: '2026-03-01', decidedOn: '2026-03-20' }
const one = (more: object) => {
  const [answer] = answerPenalties(file({ ...plain, ...more }))
  if (!answer || 'refused' in answer) throw new Error('refused')
  return answer
}
const kinds = (lines: readonly { readonly kind: string }[]) => lines.map(({ kind }) => kind)

describe.each(worked.cases)('$id', ({ expected, ...given }) => {
  it('is answered as worked out by hand', () => {
    const [answer] = answerPenalties(file(given))
    if ('refused' in expected)
      return expect(answer).toEqual({ id: given.id, refused: true, why: [expect.objectContaining({ kind: 'refused' })] })
    const { options, review, ...rest } = { review: undefined, ...expected }
    const range = options === '' ? [] : readRange(`base: ${options}`)[0]?.options
    expect(answer).toMatchObject({ id: given.id, ...rest, options: range })
    if (review) expect(kinds(answer?.why ?? [])).toContain('review')
  })
})

const tiersOf = ({ editions }: (typeof allRanges)[number]) => [
  ...new Set([...(editions[2012]?.tiers ?? []), ...(editions[2025]?.tiers ?? [])].map(({ tier }) => tier)),
]

it.each([
  ['2025-12-01', '2025-12-31'],
  ['2025-12-31', '2026-01-01'],
  ['2026-01-01', '2026-01-02'],
])('answers every cause and tier of an act on %s decided on %s within the range of one edition', (actDate, decidedOn) => {
  const asked = allRanges.flatMap((cause) => tiersOf(cause).map((tier) => ({ cause, tier })))
  const answers = answerPenalties(
    file(...asked.map(({ cause, tier }, at) => ({ id: String(at), cause: cause.name, tier, actDate, decidedOn }))),
  )
  const answered = answers.flatMap((answer, at) => ('refused' in answer ? [] : [{ answer, ...asked[at] }]))
  expect(answered.length).toBeGreaterThan(150)
  for (const { answer, cause, tier } of answered) {
    const law = cause?.editions[answer.edition]
    expect(answer.article).toBe(law?.article ?? null)
    expect(answer.options).toEqual(law?.tiers.find((known) => known.tier === tier)?.options ?? [])
    expect(answer.outcome).toBe(law ? 'penalty' : 'no-penalty')
    expect(answer.why.filter(({ zh, en }) => zh === '' || en === '' || /undefined|NaN/.test(zh + en))).toEqual([])
  }
})

it('shows the sum in the order of the law, in both languages and with the articles', () => {
  const answer = one({ actDate: '2025-12-31', decidedOn: '2026-01-01', age: 15, gravelyBad: true })
  expect(Object.keys(answer)).toEqual(['id', 'outcome', 'edition', 'article', 'options', 'detention', 'directions', 'why'])
  expect(kinds(answer.why)).toEqual(['cause', 'limitation', 'age', 'edition', 'comparison', 'range', 'cap', 'detention'])
  expect(answer.why.at(-1)).toEqual({
    kind: 'detention',
    zh: '已满十四周岁不满十六周岁，但情节严重、影响恶劣：拘留可以执行。',
    en: 'Detention may be executed: fourteen or fifteen years old, but grave, with a bad effect.',
    basis: [{ zh: '《治安管理处罚法》（2025修订）第23条', en: 'Public Security Administration Penalties Law (2025 revision), art. 23' }],
  })
})

it.each([
  [{ age: 15 }, ['lighter-or-reduced', 'education']],
  [{ age: 17, timesWithinYear: 2 }, ['lighter-or-reduced', 'hearing', 'heavier']],
  [{ timesWithinYear: 2, actDate: '2025-10-01', decidedOn: '2025-10-20' }, ['check']],
  [{ age: 17, firstTime: false, actDate: '2025-10-01', decidedOn: '2025-10-20' }, ['lighter-or-reduced']],
  [{ age: 13 }, ['guardian', 'education']],
  [{ age: 13, actDate: '2025-10-01', decidedOn: '2025-10-20' }, ['guardian']],
  [{ capacity: 'none' }, ['guardian']],
  [{ capacity: 'diminished', circumstances: ['plea'] }, ['may-be-lighter-or-reduced', 'may-be-lenient']],
  [{ circumstances: '认错认罚' }, ['may-be-lenient']],
  [{ circumstances: [{ code: 'plea' }] }, ['check']],
  [{ cause: '非法种植毒品原植物' }, ['check']],
  [{}, []],
])('directs %j to %j', (given, expected) => expect(kinds(one(given).directions)).toEqual(expected))

it('asks for review where what is told may not fit the text', () => {
  expect(kinds(one({ firstTime: true, timesWithinYear: 2 }).why)).toContain('review')
  expect(kinds(one({ actDate: '2012-12-31', decidedOn: '2013-01-05' }).why)).toContain('review')
  const beating = { cause: '殴打他人', tier: 'aggravated', actDate: '2025-12-31', decidedOn: '2026-01-01' }
  expect(kinds(one(beating).why)).toContain('review')
  expect(kinds(one({}).why)).not.toContain('review')
})

it('takes null for not given', () => {
  const nothing = { tier: null, discoveredOn: null, age: null, firstTime: null, timesWithinYear: null, capacity: null, circumstances: null }
  expect(one(nothing)).toEqual(one({}))
})

it.each([
  ['no JSON', 'cases'],
  ['no cases', '{"case":[]}'],
  ['a case that is none', file(plain).replace('{"id"', '7,{"id"')],
  ['no id', file({ ...plain, id: undefined })],
  ['no cause', file({ ...plain, cause: undefined })],
  ['a day that is not in the calendar', file({ ...plain, actDate: '2026-02-30' })],
  ['a day with a time', file({ ...plain, decidedOn: '2026-03-20T00:00:00Z' })],
  ['no day of decision', file({ ...plain, decidedOn: undefined })],
  ['a discovery that is no day', file({ ...plain, discoveredOn: 'yesterday' })],
  ['half a year of age', file({ ...plain, age: 13.5 })],
  ['an age below nothing', file({ ...plain, age: -1 })],
  ['an age in words', file({ ...plain, age: '15' })],
  ['no time at all', file({ ...plain, timesWithinYear: 0 })],
  ['a wish for a flag', file({ ...plain, gravelyBad: 'yes' })],
  ['an unknown capacity', file({ ...plain, capacity: 'partial' })],
  ['one bad case among good ones', file(plain, { ...plain, tier: 7 })],
])('throws on %s', (_, text) => {
  expect(() => answerPenalties(text)).toThrow(PenaltyCaseFault)
})

const penalty = (input: string, ...names: string[]) =>
  spawnSync(process.execPath, ['app/penalty.ts', ...names], { input, encoding: 'utf8' })

it('prints JSON alone, also of refused cases, and ends with 2 when it cannot read', () => {
  const good = penalty(file(plain, { ...plain, id: 'b', cause: '偷窃' }), '-')
  expect([good.status, good.stderr]).toEqual([0, ''])
  expect(JSON.parse(good.stdout)).toMatchObject([
    { id: 'a', outcome: 'penalty' },
    { id: 'b', refused: true },
  ])
  const bad = penalty(file({ ...plain, age: -1 }), '-')
  expect([bad.status, bad.stdout]).toEqual([2, ''])
  expect(bad.stderr).toMatch(/case a cannot be read[\s\S]*age/)
  for (const names of [[], ['no-such-file.json'], ['a', 'b']]) {
    const { status, stdout, stderr } = penalty('', ...names)
    expect([status, stdout, stderr === '']).toEqual([2, '', false])
  }
})
