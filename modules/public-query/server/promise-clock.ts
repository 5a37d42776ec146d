import { calendar, type Clock, dueAt, forCitizen, ruleInForce } from '#modules/deadlines/index.ts'
import type { PromiseClock } from '../domain/promise.ts'

/** A clock of `deadlines` as a citizen may know it; null for custody, measures, and what was not read in the law itself. */
export function promiseClockOf(clock: Clock): PromiseClock | null {
  const rule = ruleInForce(clock.rule, clock.startedAt)
  if (!rule || !forCitizen(rule)) return null
  const first = dueAt(rule, clock.startedAt, [], calendar())
  return {
    rule: rule.id,
    startedAt: clock.startedAt,
    firstDueAt: 'due' in first ? first.due : clock.dueAt,
    dueAt: clock.dueAt,
    isProvisional: clock.provisional,
    state: clock.state,
    metAt: clock.metAt,
    extensions: clock.extended?.count ?? 0,
    stoppedSince: null,
    stoppedFor: null,
    partyId: clock.subject.split('/')[1] ?? null,
  }
}
