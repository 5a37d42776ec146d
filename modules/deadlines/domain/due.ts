import type { Finding } from '#kernel/finding.ts'
import type { Calendar } from './calendar.ts'
import type { ClockEvent, ExtensionEvent } from './clock-event.ts'
import { type Course, courseOf, malformed } from './course.ts'
import { dayNumberAt, endOfNumber } from './day-number.ts'
import { type DeadlineRule, isInForce } from './deadline-rule.ts'
import { block, type Due, type Note, type Step } from './due-answer.ts'
import { type Extended, extend } from './extension.ts'
import type { Length } from './length.ts'
import { isWallClock, type PeriodEnd, periodEnd } from './period-end.ts'
import { steps } from './step.ts'

/** The last lawful moment. Pure: the same rule, start, events and calendar always give the same answer. Never throws. */
export const dueAt = (rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[], calendar: Calendar): Due =>
  answer(rule, startedAt, events, { calendar, note: undefined })

/** The same sum, line by line, with the articles. */
export function explainDue(rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[], calendar: Calendar): readonly Step[] {
  const lines: Step[] = []
  const due = answer(rule, startedAt, events, { calendar, note: (step) => lines.push(step) })
  return [...lines, ...('refused' in due ? [steps.refused(due.refused)] : [steps.due(rule, due.due)])]
}

/** Where an older or a newer law says otherwise, the sum begins with the edition that it follows. */
const isOneOfEditions = ({ id, inForce }: DeadlineRule): boolean => inForce.to !== null || /_20\d\d(?:\.|$)/.test(id)

interface Reckoning {
  readonly calendar: Calendar
  readonly note: Note
}

function answer(rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[], reckoning: Reckoning): Due {
  const wrong = malformed(rule, startedAt, events)
  if (wrong) return wrong
  if (!isInForce(rule, startedAt)) {
    return { refused: block(rule, 'rule-in-force-at-start', { from: rule.inForce.from, to: rule.inForce.to }) }
  }
  if (isOneOfEditions(rule)) reckoning.note?.(steps.edition(rule))
  if (rule.countsBackFrom) return countedBack(rule, startedAt, events, reckoning)

  const course = courseOf(rule, startedAt, events, reckoning.note)
  if ('refused' in course) return course
  const lengths = lengthsOf(rule, course, reckoning)
  if ('refused' in lengths) return lengths
  const end = periodEnd(rule, course, lengths, reckoning.calendar)
  noteEnd(rule, course, end, reckoning)
  return { due: end.due, provisional: end.provisional }
}

/** The parts of the period: its limit and every extension, or the first one that the law does not allow. */
function lengthsOf(rule: DeadlineRule, course: Course, { calendar, note }: Reckoning): readonly Length[] | { readonly refused: Finding } {
  let soFar: Extended = { lengths: [course.limit], used: [] }
  for (const event of course.extensions) {
    if (!course.mayBeExtended) return { refused: block(rule, 'extension-known-to-law', { at: event.at?.toISOString() ?? null }) }
    const late = decidedTooLate(rule, course, soFar, { event, calendar })
    if (late) return { refused: late }
    const result = extend(rule, soFar, event)
    if ('refused' in result) return result
    note?.(steps.extended(rule, event, result.step))
    soFar = result
  }
  if (!rule.followedBy) return soFar.lengths
  note?.(steps.followed(rule.followedBy))
  return [...soFar.lengths, rule.followedBy.length]
}

// law: SPP Rules 309, 312 for custody, the house's choice for the rest (R22): what has ended cannot be made longer.
function decidedTooLate(
  rule: DeadlineRule,
  course: Course,
  soFar: Extended,
  { event, calendar }: { readonly event: ExtensionEvent; readonly calendar: Calendar },
): Finding | null {
  const at = later(event.at, event.requestedAt)
  if (!at) return null
  const begun = { ...course, pauses: course.pauses.filter((pause) => pause.from <= at) }
  const { due } = periodEnd(rule, begun, soFar.lengths, calendar)
  const ended = isWallClock(course.limit) ? at > due : dayNumberAt(at) > dayNumberAt(due)
  return ended ? block(rule, 'extension-decided-in-time', { at: at.toISOString(), ended: due.toISOString() }) : null
}

const later = (one: Date | undefined, other: Date | undefined): Date | undefined => (one && other && one < other ? other : (one ?? other))

/** The day that is counted back from: the start itself, which nobody can extend, or the end of another period. */
function targetOf(rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[], reckoning: Reckoning): Due {
  if (rule.countsBackFrom && rule.countsBackFrom !== 'start') return answer(rule.countsBackFrom, startedAt, events, reckoning)
  const isExtended = events.some(({ kind }) => kind === 'extended' || kind === 'extended-to')
  return isExtended ? { refused: block(rule, 'extension-known-to-law', {}) } : { due: startedAt, provisional: false }
}

/** Counts back from the target day, which is not counted; a rest day means acting on the working day before (R23). */
function countedBack(rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[], reckoning: Reckoning): Due {
  const { limit } = rule
  if (!('unit' in limit)) return { refused: block(rule, 'limit-has-a-number', {}) }
  const target = targetOf(rule, startedAt, events, reckoning)
  if ('refused' in target) return target

  const { calendar, note } = reckoning
  const day = dayNumberAt(target.due)
  const last = limit.unit === 'workday' ? calendar.workdayBefore(day, limit.count) : day - limit.count
  note?.(steps.countedBack(rule, target.due, limit))
  if (!calendar.isWorkdayAt(last)) note?.(steps.practical(rule, endOfNumber(calendar.workdayBefore(last, 1))))
  const unknown = limit.unit === 'workday' && !(calendar.isKnownAt(last) && calendar.isKnownAt(day))
  return { due: endOfNumber(last), provisional: target.provisional || unknown }
}

function noteEnd(rule: DeadlineRule, course: Course, end: PeriodEnd, { calendar, note }: Reckoning): void {
  if (!note) return
  const { unit } = course.limit
  for (const { pause, stopped } of end.pauses) note(steps.paused(rule, pause, { stopped, unit }))
  if (course.pausedCount > 0) note(steps.pausedFor(rule, { count: course.pausedCount, unit }))
  if (end.last !== null) noteLastDay(rule, course, end, { calendar, note })
  if (end.pauses.some(({ pause }) => pause.to === null)) note(steps.standingStill(rule))
  else if (end.provisional) note(steps.provisional(rule, calendar.knownUntil))
}

/** How the counted last day became the lawful one. */
function noteLastDay(
  rule: DeadlineRule,
  course: Course,
  { last, moved, otherMonthEnd, due }: PeriodEnd,
  { calendar, note }: Reckoning,
): void {
  if (last === null) return
  note?.(steps.counted(rule, endOfNumber(last)))
  if (otherMonthEnd !== null) note?.(steps.monthEnd(rule, endOfNumber(otherMonthEnd)))
  if (moved !== null) note?.(steps.rolled(rule, endOfNumber(last), due))
  else if (course.limit.unit !== 'workday' && !calendar.isWorkdayAt(last)) note?.(steps.notRolled(rule, due))
}
