import type { CaseDetail } from '../contract.ts'

/** What `deadlines` knows the leading clock by: the case, or of days owed to a single party that party's part of it. */
export function leadingSubject({ id, clock, clocks }: Pick<CaseDetail, 'id' | 'clock' | 'clocks'>): string {
  const leading = clocks.find(({ rule, dueAt, state }) => state === 'running' && rule === clock?.rule && dueAt === clock.dueAt)
  return leading?.subject ?? `case:${id}`
}
