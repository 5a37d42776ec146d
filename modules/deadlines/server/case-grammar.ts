import { z } from 'zod'
import { approvers, extensionGrounds, type PauseReason, tiers } from '../domain/clock-event.ts'
import { conventions } from '../domain/convention.ts'

const At = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: 'an instant is written 2026-03-10T14:20:00+08:00',
  })
  .transform((text) => new Date(text))

// why: the vocabulary of the exchange form is older than ours, and two offices are called otherwise there.
const ours: Readonly<Record<string, string>> = {
  county_psb_leader: 'county-leader',
  next_higher_psb: 'next-higher-bureau',
  procuratorate_next_higher: 'next-higher-procuratorate',
  procuratorate_provincial: 'provincial-procuratorate',
}
const theirs = (name: string): string => Object.entries(ours).find(([, own]) => own === name)?.[0] ?? name.replaceAll('-', '_')

/** One of our names, as the exchange form writes it. Only that writing is taken. */
function named<const Name extends string>(names: readonly Name[]) {
  const byTheirs = new Map(names.map((name) => [theirs(name), name]))
  return z.enum([...byTheirs.keys()]).transform((name) => byTheirs.get(name) as Name)
}

const suspensionReasons = [
  'appraisal',
  'item-appraisal',
  'psychiatric-appraisal',
  'hearing',
  'drunk-restraint',
  'approved-leave',
  'travel-or-mail-transit',
] as const satisfies readonly PauseReason[]
const resetReasons = ['jurisdiction-transfer', 'mediation-failed-or-not-performed', 'identity-established', 'new-important-crime'] as const

// why: a century of days; what is longer is no period of any law, and dates end somewhere.
const longest = 36_525
const count = z.int().positive().max(longest)

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
    approver: named(approvers).optional(),
    ground: named(extensionGrounds).optional(),
  })
  .refine(
    (event) => [event.days, event.months, event.to_total_days, event.to_total_hours].filter((length) => length !== undefined).length === 1,
    { message: 'an extension has one of days, months, to_total_days, to_total_hours' },
  )

const Suspension = z
  .object({
    type: z.literal('suspension'),
    from: At.optional(),
    to: At.optional(),
    days: z.int().nonnegative().max(longest).optional(),
    reason: named(suspensionReasons),
  })
  .refine(({ from, to, days }) => (days === undefined ? from && to : !from && !to), {
    message: 'a suspension has from and to, or days',
  })

const isForwards = ({ from, to }: { readonly from?: Date | undefined; readonly to?: Date | undefined }) => !from || !to || from <= to
const backwards = { message: 'it ends before it begins' }

export const CaseEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tier'), tier: named(tiers) }),
  Extension,
  Suspension.refine(isForwards, backwards),
  z.object({ type: z.literal('hearing'), from: At, to: At }).refine(isForwards, backwards),
  z.object({ type: z.literal('start_reset'), at: At, reason: named(resetReasons) }),
  z.object({ type: z.literal('return_to_unit'), at: At }),
  z.object({ type: z.literal('approved_examination_finished'), at: At, approver: named(approvers).optional() }),
  z.object({ type: z.literal('returned_for_supplement'), at: At }),
  z.object({ type: z.literal('restart'), at: At }),
  z.object({ type: z.literal('term'), days: count }),
])
export type CaseEvent = z.output<typeof CaseEvent>
export type CaseExtension = z.output<typeof Extension>

/** One worked case of the exchange form. Other keys are ignored. */
export const WorkedCase = z.object({
  id: z.string(),
  rule: z.string(),
  start: At,
  events: z.array(CaseEvent).default([]),
  convention: z.enum(conventions).optional(),
})

/** A file of worked cases. */
export const CaseFile = z.object({ cases: z.array(z.unknown()) })
