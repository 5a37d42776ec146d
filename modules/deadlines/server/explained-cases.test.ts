import { expect, it } from 'vitest'
import { citationText } from '#modules/law-library/index.ts'
import { explainDue } from '../domain/due.ts'
import { stepKinds } from '../domain/due-answer.ts'
import { calendar } from './calendar.ts'
import { readWorkedCase } from './worked-case.ts'

const at = (text: string) => `${text.replace(' ', 'T')}:00+08:00`
const stop = (reason: string, from: string, to: string) => ({ type: 'suspension', from: at(from), to: at(to), reason })

// why: one case for every line that a sum can hold; who changes a sentence of an explanation sees all of them.
const told: readonly (readonly [rule: string, start: string, events: readonly object[]])[] = [
  [
    'admin_questioning',
    '2026-01-10 22:00',
    [
      { type: 'tier', tier: 'many_people_or_identity_unknown' },
      stop('drunk_restraint', '2026-01-10 22:30', '2026-01-11 03:45'),
      { type: 'suspension', days: 1, reason: 'drunk_restraint' },
    ],
  ],
  ['admin_case_limit', '2025-12-31 10:00', [{ type: 'hearing', from: at('2026-01-05 10:00'), to: at('2026-01-06 10:00') }]],
  [
    'admin_case_limit',
    '2026-03-02 10:00',
    [
      stop('appraisal', '2026-03-10 10:00', '2026-03-11 10:00'),
      { type: 'suspension', days: 2, reason: 'travel_or_mail_transit' },
      { type: 'extension', days: 30, approver: 'next_higher_psb', at: at('2026-03-20 10:00') },
      { type: 'extension', days: 30 },
      { type: 'tier', tier: 'vulnerable_person' },
      { type: 'start_reset', at: at('2026-03-05 10:00'), reason: 'identity_established' },
    ],
  ],
  ['crim_filing_review', '2026-07-09 10:00', [{ type: 'extension', to_total_days: 30 }]],
  ['fine_payment', '2026-09-16 10:00', [{ type: 'extension', days: 1 }]],
  ['info_disclosure_reply', '2026-09-14 10:00', [{ type: 'suspension', days: 1, reason: 'travel_or_mail_transit' }]],
  ['detention_to_arrest_decision_cap', '2026-03-10 15:30', [{ type: 'extension', days: 4 }]],
  ['investigative_custody', '2026-06-30 10:00', [{ type: 'start_reset', at: at('2026-07-31 09:00'), reason: 'new_important_crime' }]],
  ['admin_litigation_direct', '2026-02-28 10:00', []],
  ['admin_seizure', '2026-09-03 10:00', []],
  ['prosecution_review', '2026-07-15 10:00', [{ type: 'returned_for_supplement', at: at('2026-07-30 10:00') }]],
  ['custody_extension_request', '2026-01-15 10:00', []],
  ['hearing_notice', '2026-06-18 09:00', []],
  ['crim_filing_review', '2027-03-01 10:00', []],
  ['crim_filing_review', '2026-07-09 10:00', [{ type: 'extension', days: 31 }]],
]

const linesOf = ([rule, start, events]: (typeof told)[number]) => {
  const read = readWorkedCase({ id: 'x', rule, start: at(start), events })
  return explainDue(read.rule, read.start, read.events, calendar())
}

it('explains every kind of line in both languages, as signed', async () => {
  const text = told.map((one) => {
    const lines = linesOf(one).map(
      ({ kind, text: { zh, en }, basis }) =>
        `- ${kind}: ${zh}\n  ${en}\n  ${basis.map((citation) => citationText(citation, 'zh')).join(' · ')}`,
    )
    return [`## ${one[0]}, ${one[1]}`, ...lines].join('\n')
  })
  await expect(`# 计算过程 The sums explained\n\n${text.join('\n\n')}\n`).toMatchFileSnapshot('explained-cases.txt')
})

it('leaves no kind of line untold', () => {
  const seen = new Set(told.flatMap(linesOf).map(({ kind }) => kind))
  expect(stepKinds.filter((kind) => !seen.has(kind))).toEqual([])
})
