export { ruleInForce } from './domain/catalogue.ts'
export type { ClockEvent } from './domain/clock-event.ts'
export { type ClockLevel, remaining, stateOf } from './domain/clock-state.ts'
export { type DeadlineRule, forCitizen } from './domain/deadline-rule.ts'
export { dueAt, explainDue } from './domain/due.ts'
export { answerCases } from './server/answer-cases.ts'
export { calendar } from './server/calendar.ts'
export { type Clock, clockOf } from './server/clock.ts'
export {
  cancelClock,
  type ClockAccess,
  type ClockStart,
  clocksAcross,
  clocksOf,
  extendClock,
  meetClock,
  moveClocks,
  newClockRow,
  startClock,
} from './server/running-clocks.ts'
export type { ClockRow, PubClockTables } from './server/tables.ts'
export { CaseFault } from './server/worked-case.ts'
