import { z } from 'zod'
import { ruleInForce, rulesNamed } from '../domain/catalogue.ts'
import { approvers, type ClockEvent, extensionGrounds, pauseReasons, type RestartReason, tiers } from '../domain/clock-event.ts'
import { conventions, underConvention } from '../domain/convention.ts'
import type { DeadlineRule } from '../domain/deadline-rule.ts'
import { hours, type Length, months, type Unit } from '../domain/length.ts'

const At = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const kebab = (name: string) => name.replaceAll('_', '-')
const named = <const Names extends readonly string[]>(names: Names) =>
  z
    .string()
    .transform(kebab)
    .pipe(z.enum(names as unknown as readonly [string, ...string[]])) as unknown as z.ZodType<Names[number]>

// why: the vocabulary of the file is older than ours; two offices are called otherwise there.
const approverNames: Readonly<Record<string, string>> = {
  county_psb_leader: 'county-leader',
  next_higher_psb: 'next-higher-bureau',
  procuratorate_next_higher: 'next-higher-procuratorate',
  procuratorate_provincial: 'provincial-procuratorate',
}
const ApproverName = z
  .string()
  .transform((name) => approverNames[name] ?? kebab(name))
  .pipe(z.enum(approvers))

const restartsByType: Readonly<Record<'return_to_unit' | 'approved_examination_finished' | 'restart', RestartReason>> = {
  return_to_unit: 'returned-to-unit',
  approved_examination_finished: 'approved-examination-finished',
  restart: 'resubmitted',
}
const resetReasons = ['jurisdiction-transfer', 'mediation-failed-or-not-performed', 'identity-established', 'new-important-crime'] as const

const count = z.number().positive()
const Extension = z
  .object({
    type: z.literal('extension'),
    days: count.optional(),
    months: count.optional(),
    to_total_days: count.optional(),
    to_total_hours: count.optional(),
    at: At.optional(),
    approved: At.optional(),
    requested_by: At.optional(),
    approver: ApproverName.optional(),
    ground: named(extensionGrounds).optional(),
  })
  .refine(
    (event) => [event.days, event.months, event.to_total_days, event.to_total_hours].filter((length) => length !== undefined).length === 1,
    {
      message: 'an extension has one of days, months, to_total_days, to_total_hours',
    },
  )

const Event = z.union([
  z.object({ type: z.literal('tier'), tier: named(tiers) }),
  Extension,
  z.object({ type: z.literal('suspension'), from: At, to: At, reason: named(pauseReasons) }),
  z.object({ type: z.literal('suspension'), days: count, reason: named(pauseReasons) }),
  z.object({ type: z.literal('hearing'), from: At, to: At }),
  z.object({ type: z.literal('start_reset'), at: At, reason: named(resetReasons) }),
  z.object({ type: z.enum(['return_to_unit', 'approved_examination_finished', 'restart']), at: At, approver: ApproverName.optional() }),
  z.object({ type: z.literal('returned_for_supplement'), at: At }),
  z.object({ type: z.literal('term'), days: count }),
])

const WorkedCase = z.object({
  id: z.string(),
  rule: z.string(),
  start: At,
  events: z.array(Event).default([]),
  convention: z.enum(conventions).optional(),
})

export interface ReadCase {
  readonly id: string
  readonly rule: DeadlineRule
  readonly start: Date
  readonly events: readonly ClockEvent[]
}

/** `days` are of the rule's own kind: natural, working, or of 24 hours. */
function ownKind(rule: DeadlineRule): Unit {
  const unit = 'unit' in rule.limit ? rule.limit.unit : 'decided' in rule.limit ? rule.limit.decided : 'day'
  if (unit === 'hour' || unit === 'full-day') return 'full-day'
  return unit === 'workday' ? 'workday' : 'day'
}

function extensionOf(rule: DeadlineRule, event: z.output<typeof Extension>): ClockEvent {
  const at = event.at ?? event.approved
  const decision = { ...(at && { at }), ...(event.approver && { approver: event.approver }), ...(event.ground && { ground: event.ground }) }
  const days = (number: number): Length => ({ count: number, unit: ownKind(rule) })
  if (event.to_total_hours !== undefined) return { kind: 'extended-to', total: hours(event.to_total_hours), ...decision }
  if (event.to_total_days !== undefined) return { kind: 'extended-to', total: days(event.to_total_days), ...decision }
  return { kind: 'extended', adds: event.months === undefined ? days(event.days ?? 0) : months(event.months), ...decision }
}

function eventOf(rule: DeadlineRule, event: z.output<typeof Event>): ClockEvent {
  switch (event.type) {
    case 'tier':
      return { kind: 'tier', tier: event.tier }
    case 'extension':
      return extensionOf(rule, event)
    case 'suspension':
      return 'days' in event
        ? { kind: 'paused-for', reason: event.reason, count: event.days }
        : { kind: 'paused', reason: event.reason, from: event.from, to: event.to }
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

/** Reads one worked case of the exchange form, for the rule in the edition that its start asks for. Throws on what is malformed. */
export function readWorkedCase(
  given: unknown,
  rules: { find: (name: string, at: Date) => DeadlineRule | undefined } = { find: ruleFor },
): ReadCase {
  const { id, rule: name, start, events, convention } = WorkedCase.parse(given)
  const rule = rules.find(name, start)
  if (!rule) throw new TypeError(`there is no deadline rule called ${name}`)
  return { id, rule: convention ? underConvention(rule, convention) : rule, start, events: events.map((event) => eventOf(rule, event)) }
}

/** The edition in force, or any of that name, which the engine then refuses by its dates. */
const ruleFor = (name: string, at: Date): DeadlineRule | undefined => ruleInForce(name, at) ?? rulesNamed(name)[0]
