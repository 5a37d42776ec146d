import { expect, it } from 'vitest'
import type { CaseDetail } from '../contract.ts'
import { leadingSubject } from './clock-subject.ts'

const due = (rule: string, dueAt: string, subject: string, state = 'running') => ({ rule, dueAt, subject, state })
const shown = (clock: object | null, clocks: readonly object[]) => leadingSubject({ id: 'c', clock, clocks } as unknown as CaseDetail)

it('explains the days owed to one complainant as theirs, and any other clock as the case’s', () => {
  const review = due('crim_filing_review', '2026-03-05', 'case:c', 'met')
  const [served, waiting] = [due('service', '2026-03-05', 'case:c/a', 'met'), due('service', '2026-03-05', 'case:c/b')]
  expect(shown(waiting, [review, served, waiting])).toBe('case:c/b')
  expect(shown(due('crim_filing_review', '2026-03-05', ''), [due('crim_filing_review', '2026-03-05', 'case:c')])).toBe('case:c')
  expect(shown(null, [])).toBe('case:c')
})
