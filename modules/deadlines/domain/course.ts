import type { Citation } from '#kernel/citation.ts'
import type { ClockEvent, ExtensionEvent, PauseReason, Tier } from './clock-event.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { block, type Note } from './due-answer.ts'
import type { FindingName } from './finding-words.ts'
import { compareLengths, type Length, runsOnWallClock, type Unit } from './length.ts'
import type { Pause } from './pause.ts'
import { steps } from './step.ts'

/** What the events leave of a clock, sorted out: where it starts, how long it is, what stops and lengthens it. */
export interface Course {
  readonly start: Date
  readonly limit: Length
  readonly pauses: readonly Pause[]
  /** Stops given as a number of the rule's own units. */
  readonly pausedCount: number
  readonly extensions: readonly ExtensionEvent[]
  readonly inCustody: boolean
  /** False for a kind of case whose length nobody may extend. */
  readonly mayBeExtended: boolean
}

const timesOf = (event: ClockEvent): readonly Date[] => {
  if (event.kind === 'paused') return event.to ? [event.from, event.to] : [event.from]
  const times = 'at' in event && event.at ? [event.at] : []
  return 'requestedAt' in event && event.requestedAt ? [...times, event.requestedAt] : times
}

function fault(rule: DeadlineRule, name: FindingName, at: Date | null = null) {
  return { refused: block(rule, name, { at: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null }) }
}

/** What makes the events no history at all. */
export function malformed(rule: DeadlineRule, startedAt: Date, events: readonly ClockEvent[]) {
  if (Number.isNaN(startedAt.getTime())) return fault(rule, 'times-are-times')
  for (const event of events) {
    if (timesOf(event).some((time) => Number.isNaN(time.getTime()))) return fault(rule, 'times-are-times')
    if (event.kind === 'paused' && event.to && event.to < event.from) return fault(rule, 'pause-ends-after-it-begins', event.to)
    if (event.kind === 'restarted' && event.at < startedAt) return fault(rule, 'restart-follows-start', event.at)
  }
  return null
}

/** An event without a time stands where its neighbours put it. */
function inOrderOfTime(events: readonly ClockEvent[]): readonly ClockEvent[] {
  let latest = Number.NEGATIVE_INFINITY
  let isInOrder = true
  const placed = events.map((event) => {
    const time = timesOf(event)[0]?.getTime() ?? latest
    isInOrder &&= time >= latest
    latest = time
    return { event, time }
  })
  if (isInOrder) return events
  return placed.toSorted((one, other) => (one.time === other.time ? 0 : one.time - other.time)).map(({ event }) => event)
}

/** The article that lets this reason stop the clock; undefined when none does. */
function pauseBasis(rule: DeadlineRule, reason: PauseReason, unit: Length['unit']): readonly Citation[] | undefined {
  // law: CPL 105(3), PROC-ADMIN 35: periods do not include the time on the way. Never used to keep somebody longer.
  const transit = reason === 'travel-or-mail-transit' && !rule.restrictsLiberty && !runsOnWallClock(unit)
  return rule.pausedBy?.[reason] ?? (transit ? rule.counting : undefined)
}

/** Of several kinds that a case is of, the one with the longest period. */
function tierOf({ tiers = {} }: DeadlineRule, events: readonly ClockEvent[]): Tier | undefined {
  let longest: Tier | undefined
  for (const event of events) {
    const other = event.kind === 'tier' ? tiers[event.tier] : undefined
    const sofar = longest && tiers[longest]
    if (event.kind === 'tier' && other && (!sofar || (compareLengths([other.limit], [sofar.limit]) ?? 1) > 0)) longest = event.tier
  }
  return longest
}

function decidedLength({ decided, most }: { readonly decided: Unit; readonly most?: number }, events: readonly ClockEvent[]) {
  const decision = events.findLast((event) => event.kind === 'decided')
  if (!decision) return 'term-is-decided'
  return most !== undefined && decision.count > most ? 'term-within-its-length' : { count: decision.count, unit: decided }
}

function limitOf(rule: DeadlineRule, events: readonly ClockEvent[], note: Note): Length | FindingName {
  if ('words' in rule.limit) return 'limit-has-a-number'
  if ('decided' in rule.limit) return decidedLength(rule.limit, events)
  const tier = tierOf(rule, events)
  const limit = tier && rule.tiers?.[tier]?.limit
  if (limit) note?.(steps.tier(rule, tier, limit))
  return limit ?? rule.limit
}

const isLawfulRestart = (rule: DeadlineRule, event: ClockEvent): boolean =>
  event.kind === 'restarted' && rule.restartedBy?.[event.reason] !== undefined

const knowsTier = (rule: DeadlineRule, tier: Tier): boolean =>
  rule.tiers?.[tier] !== undefined || (tier === 'in-custody' && rule.rollsOver === 'unless-in-custody')

function noteUseless(rule: DeadlineRule, events: readonly ClockEvent[], limit: Length, note: Note): void {
  if (!note) return
  for (const event of events) {
    if (event.kind === 'tier' && !knowsTier(rule, event.tier)) note(steps.noTier(rule, event.tier))
    if (event.kind === 'restarted' && !isLawfulRestart(rule, event)) note(steps.noRestart(rule, event.reason))
    const isPause = event.kind === 'paused' || event.kind === 'paused-for'
    if (isPause && !pauseBasis(rule, event.reason, limit.unit)) note(steps.noPause(rule, event.reason))
  }
}

const untouched = { pauses: [], pausedCount: 0, extensions: [], inCustody: false, mayBeExtended: true } as const

/** Sorts the history out. A restart begins the full period anew and lets earlier extensions and stops lapse (R16–R19). */
export function courseOf(
  rule: DeadlineRule,
  startedAt: Date,
  events: readonly ClockEvent[],
  note: Note,
): Course | ReturnType<typeof fault> {
  note?.(steps.start(rule, startedAt))
  const limit = limitOf(rule, events, note)
  if (typeof limit === 'string') return fault(rule, limit)
  note?.(steps.limit(rule, limit))
  if (events.length === 0) return { ...untouched, start: startedAt, limit }

  const history = inOrderOfTime(events)
  const restartIndex = history.findLastIndex((event) => isLawfulRestart(rule, event))
  const restart = history[restartIndex]
  const since = restart ? history.slice(restartIndex + 1) : history
  if (restart?.kind === 'restarted') note?.(steps.restarted(rule, restart.reason, restart.at))
  noteUseless(rule, history, limit, note)

  const start = restart?.kind === 'restarted' ? restart.at : startedAt
  const isInCustody = events.some((event) => event.kind === 'tier' && event.tier === 'in-custody')
  const isClosed = rule.tiers !== undefined && events.some((event) => event.kind === 'tier' && rule.tiers?.[event.tier]?.closed)
  return {
    start,
    limit,
    pauses: pausesOf(rule, history, limit).filter((pause) => (pause.to ? pause.to > start : !restart || pause.from >= start)),
    pausedCount: pausedCountOf(rule, since, limit),
    extensions: since.filter((event) => event.kind === 'extended' || event.kind === 'extended-to'),
    inCustody: isInCustody,
    mayBeExtended: !isClosed,
  }
}

function pausesOf(rule: DeadlineRule, events: readonly ClockEvent[], limit: Length): readonly Pause[] {
  const pauses: Pause[] = []
  for (const event of events) {
    const basis = event.kind === 'paused' ? pauseBasis(rule, event.reason, limit.unit) : undefined
    if (event.kind === 'paused' && basis) pauses.push({ reason: event.reason, from: event.from, to: event.to, basis })
  }
  return pauses
}

function pausedCountOf(rule: DeadlineRule, events: readonly ClockEvent[], limit: Length): number {
  let count = 0
  for (const event of events) if (event.kind === 'paused-for' && pauseBasis(rule, event.reason, limit.unit)) count += event.count
  return count
}
