import { z } from 'zod'
import { ruleInForce, rulesNamed } from '../domain/catalogue.ts'
import type { ClockEvent, RestartReason } from '../domain/clock-event.ts'
import { underConvention } from '../domain/convention.ts'
import type { DeadlineRule } from '../domain/deadline-rule.ts'
import { hours, type Length, months, type Unit } from '../domain/length.ts'
import { type CaseEvent, type CaseExtension, WorkedCase } from './case-grammar.ts'

/** A case that cannot be read: an unknown rule, or an event that the grammar does not know. */
export class CaseFault extends Error {}

export interface ReadCase {
  readonly id: string
  readonly rule: DeadlineRule
  readonly start: Date
  readonly events: readonly ClockEvent[]
}

const restartsByType: Readonly<Record<'return_to_unit' | 'approved_examination_finished' | 'restart', RestartReason>> = {
  return_to_unit: 'returned-to-unit',
  approved_examination_finished: 'approved-examination-finished',
  restart: 'resubmitted',
}

/** `days` are of the rule's own kind: natural, working, or of 24 hours. */
function ownKind({ limit }: DeadlineRule): Unit {
  const unit = 'unit' in limit ? limit.unit : 'decided' in limit ? limit.decided : 'day'
  if (unit === 'hour' || unit === 'full-day') return 'full-day'
  return unit === 'workday' ? 'workday' : 'day'
}

function extensionOf(rule: DeadlineRule, event: CaseExtension): ClockEvent {
  const at = event.at ?? event.approved
  const decision = {
    ...(at && { at }),
    ...(event.requested_by && { requestedAt: event.requested_by }),
    ...(event.approver && { approver: event.approver }),
    ...(event.ground && { ground: event.ground }),
  }
  const days = (number: number): Length => ({ count: number, unit: ownKind(rule) })
  if (event.to_total_hours !== undefined) return { kind: 'extended-to', total: hours(event.to_total_hours), ...decision }
  if (event.to_total_days !== undefined) return { kind: 'extended-to', total: days(event.to_total_days), ...decision }
  return { kind: 'extended', adds: event.months === undefined ? days(event.days ?? 0) : months(event.months), ...decision }
}

function eventOf(rule: DeadlineRule, event: CaseEvent): ClockEvent {
  switch (event.type) {
    case 'tier':
      return { kind: 'tier', tier: event.tier }
    case 'extension':
      return extensionOf(rule, event)
    case 'suspension': {
      const { reason, from, to, days = 0 } = event
      return from && to ? { kind: 'paused', reason, from, to } : { kind: 'paused-for', reason, count: days }
    }
    case 'hearing':
      return { kind: 'paused', reason: 'hearing', from: event.from, to: event.to }
    case 'start_reset':
      return { kind: 'restarted', reason: event.reason, at: event.at }
    case 'returned_for_supplement':
      return { kind: 'paused', reason: 'returned-for-supplement', from: event.at, to: null }
    case 'term':
      return { kind: 'decided', count: event.days }
    case 'return_to_unit':
    case 'approved_examination_finished':
    case 'restart':
      return { kind: 'restarted', reason: restartsByType[event.type], at: event.at }
  }
}

/** The edition in force, or any of that name, which the engine then refuses by its dates. */
const ruleFor = (name: string, at: Date): DeadlineRule | undefined => ruleInForce(name, at) ?? rulesNamed(name)[0]

const nameOf = (given: unknown): string => {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  return typeof id === 'string' ? id : '?'
}

/** Reads one worked case of the exchange form, for the rule in the edition that its start asks for. Throws a CaseFault on what is malformed. */
export function readWorkedCase(given: unknown): ReadCase {
  const read = WorkedCase.safeParse(given)
  if (!read.success) throw new CaseFault(`case ${nameOf(given)} cannot be read:\n${z.prettifyError(read.error)}`)
  const { id, rule: name, start, events, convention } = read.data
  const rule = ruleFor(name, start)
  if (!rule) throw new CaseFault(`case ${id}: there is no deadline rule called ${name}`)
  return { id, rule: convention ? underConvention(rule, convention) : rule, start, events: events.map((event) => eventOf(rule, event)) }
}
