import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { answerCases } from './answer-cases.ts'
import { CaseFault } from './worked-case.ts'

const file = (...cases: object[]) => JSON.stringify({ about: 'ignored', cases })
const plain = { id: 'a', rule: 'crim_filing_review', start: '2026-07-09T10:00:00+08:00', events: [], expected_end: 'ignored' }

it('answers with the end and the sum, in both languages and with the articles', () => {
  const [answer] = answerCases(file(plain))
  expect(answer).toMatchObject({ id: 'a', due: '2026-07-13T23:59:59+08:00', provisional: false })
  expect(answer?.steps.map(({ kind }) => kind)).toEqual(['start', 'limit', 'counted', 'rolled', 'due'])
  expect(answer?.steps[1]).toMatchObject({
    zh: '法定期限：3日。',
    en: 'Period: 3 days.',
    basis: [{ zh: '《关于改革完善受案立案制度的意见》二（一）2' }],
  })
})

it('names the edition that it took', () => {
  const [before, after] = answerCases(
    file(
      { id: 'a', rule: 'admin_case_limit', start: '2025-12-31T10:00:00+08:00' },
      { id: 'b', rule: 'admin_case_limit', start: '2026-01-01T10:00:00+08:00' },
    ),
  )
  expect(before?.steps[0]).toMatchObject({ kind: 'edition', zh: '适用版本：施行至 2025-12-31。' })
  expect(after?.steps[0]).toMatchObject({ kind: 'edition', en: 'Edition: in force from 2026-01-01.' })
})

it('refuses what the law does not allow, and says why', () => {
  const extension = { type: 'extension', days: 31 }
  const [answer, duty, target] = answerCases(
    file(
      { id: 'a', rule: 'admin_case_limit', start: plain.start, events: [extension] },
      { id: 'b', rule: 'call_dispatch_urgent', start: plain.start },
      { id: 'c', rule: 'call_signin_kpi', start: plain.start },
    ),
  )
  expect(answer).toMatchObject({ id: 'a', refused: true, finding: 'extension-within-its-length' })
  expect(answer && 'why' in answer && answer.why).toBe('延长超过法定长度。 · The extension is longer than the law allows.')
  expect(duty).toMatchObject({ refused: true, finding: 'limit-has-a-number' })
  expect(target).toMatchObject({ id: 'c', refused: true, finding: 'period-is-statutory' })
})

it.each([
  ['no JSON', 'cases'],
  ['no cases', '{"case":[]}'],
  ['a case without an id', file({ rule: 'crim_filing_review', start: plain.start })],
  ['one bad case among good ones', file(plain, { ...plain, rule: 'no_such_rule' })],
])('throws on %s', (_, text) => {
  expect(() => answerCases(text)).toThrow(CaseFault)
})

it('names the case and the place of the fault', () => {
  expect(() => answerCases(file(plain, { ...plain, id: 'second', events: [{ type: 'wish' }] }))).toThrow(/second[\s\S]*events\[0\]/)
})

const due = (input: string) => spawnSync(process.execPath, ['app/due.ts', '-'], { input, encoding: 'utf8' })

it('prints JSON alone, opens no database, and ends with 2 when it cannot read', () => {
  const good = due(file(plain, { ...plain, id: 'b', events: [{ type: 'extension', days: 99 }] }))
  expect([good.status, good.stderr]).toEqual([0, ''])
  expect(JSON.parse(good.stdout).map(({ id }: { id: string }) => id)).toEqual(['a', 'b'])
  const bad = due(file({ ...plain, rule: 'no_such_rule' }))
  expect([bad.status, bad.stdout]).toEqual([2, ''])
  expect(bad.stderr).toContain('no_such_rule')
})
