import { v7 as uuid } from 'uuid'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { ruleInForce, rulesNamed } from '../domain/catalogue.ts'
import type { ClockEvent } from '../domain/clock-event.ts'
import { hasNumber } from '../domain/deadline-rule.ts'
import { dueAt } from '../domain/due.ts'
import { type Lengthening, lengthened } from '../domain/lengthen.ts'
import { calendar } from './calendar.ts'
import { type Clock, clockOf } from './clock.ts'
import { clocksOfKeys, endClock, holdRunningClock, insertClock, type SubjectKey, setAccess, setEvents } from './clock-repository.ts'
import { refusals } from './refusals.ts'
import { eventsOf, type StoredEvent } from './stored-event.ts'
import type { ClockRow, ClockTables, Secrecy } from './tables.ts'

/** Who may see a clock: set by the module whose subject it is, and kept by it. */
export interface ClockAccess {
  readonly unitCode: UnitCode
  readonly holderId: string | null
  /** The second investigator, who may know what the holder may. */
  readonly secondId?: string | null
  readonly secrecy: Secrecy
}

export interface ClockStart {
  readonly bureauCode: BureauCode
  /** `case:<id>`, `incident:<id>`: opaque here. */
  readonly subject: string
  /** Name of the rule. Without a year it means the edition in force at the start. */
  readonly rule: string
  /** When the fact happened, also if it is entered later; then the clock may be over at once. */
  readonly startedAt: Date
  readonly events?: readonly ClockEvent[]
  readonly access: ClockAccess
}

/** The row that starting this clock writes; for loading many at once in exactly the form of one. */
export function newClockRow(start: ClockStart, now: Date, id: string = uuid({ msecs: now.getTime() })): ClockRow {
  if (rulesNamed(start.rule).length === 0) throw new TypeError(`there is no deadline rule called ${start.rule}`)
  const rule = ruleInForce(start.rule, start.startedAt)
  if (!rule) throw refusals.noRuleInForce(start.rule, start.startedAt.toISOString())
  if (!hasNumber(rule)) throw new TypeError(`${rule.id} is a duty without a number; no clock can run for it`)
  const events = start.events ?? []
  const answer = dueAt(rule, start.startedAt, events, calendar())
  if ('refused' in answer) throw refusals.notLawful(answer.refused)
  return {
    bureau_code: start.bureauCode,
    id,
    subject: start.subject,
    rule: rule.id,
    started_at: start.startedAt,
    due_at: answer.due,
    provisional: answer.provisional,
    standing: rule.standing,
    state: 'running',
    met_at: null,
    events: events as readonly object[] as readonly StoredEvent[],
    unit_code: start.access.unitCode,
    holder_id: start.access.holderId,
    second_id: start.access.secondId ?? null,
    secrecy: start.access.secrecy,
    recorded_at: now,
  }
}

/** Starts a clock in the caller's transaction. A subject has one clock for each rule: starting it again changes nothing, unless it had fallen away. */
export async function startClock({ open, now }: Doing, start: ClockStart): Promise<Clock> {
  return clockOf(await insertClock(open.as<ClockTables>(), newClockRow(start, now)))
}

export interface ClockKey {
  readonly bureauCode: BureauCode
  readonly subject: string
  readonly rule: string
}

const editionsOf = (name: string): readonly string[] => [...new Set(rulesNamed(name).map((rule) => rule.id))]

/** What the law wanted was done at this time; a clock met after its end stays overdue. Null if none was running. */
export async function meetClock(
  { open }: Doing,
  { bureauCode, subject, rule, metAt }: ClockKey & { readonly metAt: Date },
): Promise<Clock | null> {
  const row = await endClock(open.as<ClockTables>(), { bureauCode, subject, rules: editionsOf(rule), state: 'met', metAt })
  return row ? clockOf(row) : null
}

/**
 * Makes a running clock longer: the law's own kinds of case and extensions, decided in time, by who may, and not too often. Anything else is
 * refused in the words of the law. Null if none was running.
 */
export async function extendClock(
  { open }: Doing,
  { bureauCode, subject, rule: name, by }: ClockKey & { readonly by: Lengthening },
): Promise<Clock | null> {
  const db = open.as<ClockTables>()
  const row = await holdRunningClock(db, { bureauCode, subject, rules: editionsOf(name) })
  const rule = row && ruleInForce(row.rule, row.started_at)
  if (!row || !rule) return null
  const answer = lengthened(rule, { startedAt: row.started_at, events: eventsOf(row.events) }, by, calendar())
  if ('refused' in answer) throw refusals.notLawful(answer.refused)
  const events = [...row.events, by as object as StoredEvent]
  return clockOf(await setEvents(db, { ...row, events, due_at: answer.due, provisional: answer.provisional }))
}

/** The duty fell away, e.g. because the case went elsewhere. Null if none was running. */
export async function cancelClock({ open }: Doing, { bureauCode, subject, rule }: ClockKey): Promise<Clock | null> {
  const row = await endClock(open.as<ClockTables>(), { bureauCode, subject, rules: editionsOf(rule), state: 'cancelled', metAt: null })
  return row ? clockOf(row) : null
}

/** Carries a change of unit, holder or secrecy over to every clock of the subject. */
export const moveClocks = (
  { open }: Doing,
  { bureauCode, subject, access }: Pick<ClockStart, 'bureauCode' | 'subject' | 'access'>,
): Promise<void> =>
  setAccess(open.as<ClockTables>(), bureauCode, subject, {
    unit_code: access.unitCode,
    holder_id: access.holderId,
    second_id: access.secondId ?? null,
    secrecy: access.secrecy,
  })

/** The clocks of subjects that the caller has already found visible, of any number of bureaus and read at once; oldest first. */
export async function clocksAcross(open: OpenTransaction, keys: readonly SubjectKey[]): Promise<Clock[]> {
  if (keys.length === 0) return []
  const rows = await clocksOfKeys(open.as<ClockTables>(), keys)
  return rows.map(clockOf)
}

/** The clocks of subjects of one bureau, as above. */
export const clocksOf = (open: OpenTransaction, bureauCode: string, subjects: readonly string[]): Promise<Clock[]> =>
  clocksAcross(
    open,
    subjects.map((subject) => ({ bureauCode, subject })),
  )
