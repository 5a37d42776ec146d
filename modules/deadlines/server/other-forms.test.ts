import { expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { administrativeCounting, type DeadlineRule } from '../domain/deadline-rule.ts'
import { dueAt, explainDue } from '../domain/due.ts'
import { days, fullDays, hours, months, workdays } from '../domain/length.ts'
import { calendar } from './calendar.ts'
import worked from './other-forms.json' with { type: 'json' }
import { readWorkedCase } from './worked-case.ts'

const basis = administrativeCounting
const words = { zh: '样例', en: 'sample' }

const sample = (id: string, rest: Partial<DeadlineRule> & Pick<DeadlineRule, 'limit'>): DeadlineRule => ({
  id,
  title: words,
  startsWith: words,
  inForce: { from: null, to: null },
  standing: 'confirmed',
  rollsOver: 'never',
  basis,
  counting: basis,
  ...rest,
})
const liberty = { restrictsLiberty: true } as const

const investigativeCustody = sample('investigative_custody', {
  ...liberty,
  limit: months(2),
  extensions: [
    { most: { adds: months(1) }, approvers: ['next-higher-procuratorate'] },
    { most: { adds: months(2) }, approvers: ['provincial-procuratorate'], ground: 'crime-group' },
    { most: { adds: months(2) }, approvers: ['provincial-procuratorate'], ground: 'ten-years-or-more' },
  ],
  extensionsInOrder: true,
  pausedBy: { 'psychiatric-appraisal': basis },
  restartedBy: { 'identity-established': basis, 'new-important-crime': basis },
})

const samples: readonly DeadlineRule[] = [
  sample('crim_compelled_appearance', { ...liberty, limit: hours(12) }),
  sample('crim_summons', { ...liberty, limit: hours(12) }),
  sample('admin_questioning', {
    ...liberty,
    limit: hours(8),
    tiers: { 'many-people-or-identity-unknown': { limit: hours(12) }, 'complex-and-detention-possible': { limit: hours(24) } },
    pausedBy: { 'drunk-restraint': basis },
    restartedBy: { 'jurisdiction-transfer': basis },
  }),
  sample('admin_fast_track_decision', { limit: hours(48) }),
  sample('property_handover', { limit: hours(24), restartedBy: { 'returned-to-unit': basis, 'approved-examination-finished': basis } }),
  sample('stop_and_question', {
    ...liberty,
    limit: hours(12),
    extensions: [
      { most: { total: hours(24) }, approvers: ['county-duty-leader'] },
      { most: { total: hours(48) }, approvers: ['county-leader-in-charge'] },
    ],
    extensionsInOrder: true,
  }),
  sample('arrest_request', {
    ...liberty,
    limit: fullDays(3),
    extensions: [
      { most: { adds: fullDays(4) }, approvers: ['county-leader'] },
      { most: { total: fullDays(30) }, approvers: ['county-leader'], ground: 'roaming-repeat-gang' },
    ],
  }),
  investigativeCustody,
  sample('custody_extension_request', { limit: days(7), countsBackFrom: investigativeCustody }),
  sample('bail_release', { ...liberty, limit: months(12) }),
  sample('residential_surveillance', { ...liberty, limit: months(6) }),
  sample('admin_seizure', {
    limit: days(30),
    rollsOver: 'not-relied-on',
    extensions: [{ most: { adds: days(30) }, approvers: ['county-leader'] }],
    pausedBy: { 'item-appraisal': basis },
    restartedBy: { 'jurisdiction-transfer': basis },
  }),
  sample('evidence_advance_registration', { limit: workdays(7) }),
  sample('hearing_request', { limit: workdays(5) }),
  sample('hearing_notice', { limit: days(7), countsBackFrom: 'start' }),
  sample('admin_detention_term', { ...liberty, limit: { decided: 'full-day' }, pausedBy: { 'approved-leave': basis } }),
  sample('info_disclosure_reply', { limit: workdays(20), extensions: [{ most: { adds: workdays(20) }, approvers: ['case-unit-head'] }] }),
]
const find = (name: string) => samples.find((rule) => rule.id === name)

const endOf = (given: unknown): string => {
  const { rule, start, events } = readWorkedCase(given, { find })
  const answer = dueAt(rule, start, events, calendar())
  return 'due' in answer ? inBeijing(answer.due) : answer.refused.rule
}

it.each(worked.cases)('$id ends as worked out', (given) => {
  expect(endOf(given)).toBe(given.expected_end)
})

it.each([
  [
    'skips no step from 12 to 48 hours',
    'stop_and_question',
    '2026-06-01T21:30:00+08:00',
    [{ type: 'extension', to_total_hours: 48 }],
    'extension-steps-in-order',
  ],
  [
    'refuses the second step when the first was decided too late',
    'stop_and_question',
    '2026-06-01T21:30:00+08:00',
    [{ type: 'extension', to_total_hours: 24, at: '2026-06-02T09:31:00+08:00' }],
    'extension-decided-in-time',
  ],
  [
    'extends to thirty days on the lawful ground only',
    'arrest_request',
    '2026-03-10T15:30:00+08:00',
    [{ type: 'extension', to_total_days: 30, ground: 'crime_group' }],
    'extension-on-its-ground',
  ],
  [
    'extends to thirty days for a roaming gang',
    'arrest_request',
    '2026-03-10T15:30:00+08:00',
    [{ type: 'extension', to_total_days: 30, ground: 'roaming_repeat_gang' }],
    '2026-04-09T15:30:00+08:00',
  ],
  [
    'does not take days where the law gives months',
    'investigative_custody',
    '2026-01-15T10:00:00+08:00',
    [{ type: 'extension', days: 30 }],
    'extension-within-its-length',
  ],
  [
    'lets earlier extensions lapse when a further crime is found',
    'investigative_custody',
    '2026-01-15T10:00:00+08:00',
    [
      { type: 'extension', months: 1 },
      { type: 'start_reset', at: '2026-03-20T09:00:00+08:00', reason: 'new_important_crime' },
    ],
    '2026-05-20T23:59:59+08:00',
  ],
  [
    'ends custody from 30 June on 30 August, the earlier reading',
    'investigative_custody',
    '2026-06-30T10:00:00+08:00',
    [],
    '2026-08-30T23:59:59+08:00',
  ],
  [
    'asks for a longer custody seven days before its extended end',
    'custody_extension_request',
    '2026-01-15T10:00:00+08:00',
    [{ type: 'extension', months: 1 }],
    '2026-04-08T23:59:59+08:00',
  ],
  ['counts back from the hearing, which is not counted', 'hearing_notice', '2026-06-18T09:00:00+08:00', [], '2026-06-11T23:59:59+08:00'],
  [
    "keeps time on the way out of nobody's custody",
    'admin_questioning',
    '2026-01-10T10:00:00+08:00',
    [{ type: 'suspension', from: '2026-01-10T10:00:00+08:00', to: '2026-01-10T12:00:00+08:00', reason: 'travel_or_mail_transit' }],
    '2026-01-10T18:00:00+08:00',
  ],
])('%s', (_, rule, start, events, expected) => {
  expect(endOf({ id: 'x', rule, start, events })).toBe(expected)
})

it('shows the working day to act on when a day counted back is a rest day', () => {
  const { rule, start, events } = readWorkedCase(
    { id: 'x', rule: 'custody_extension_request', start: '2026-01-15T10:00:00+08:00' },
    { find },
  )
  const practical = explainDue(rule, start, events, calendar()).find(({ kind }) => kind === 'practical')
  expect(practical?.text.zh).toContain('2026-03-06')
})

it("shows the other reading of a month's end beside the one it takes", () => {
  const { rule, start, events } = readWorkedCase({ id: 'x', rule: 'investigative_custody', start: '2026-06-30T10:00:00+08:00' }, { find })
  expect(explainDue(rule, start, events, calendar()).find(({ kind }) => kind === 'month-end')?.text.en).toContain('2026-08-31')
})
