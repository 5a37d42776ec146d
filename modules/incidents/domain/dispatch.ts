import type { IncidentState, Step } from './incident-state.ts'

/** How a unit leaves an incident: 撤回 · 改派 · 转办 · 由协办转主办. */
export const dispatchEndings = ['recalled', 'redirected', 'handed-on', 'took-over'] as const
export type DispatchEnding = (typeof dispatchEndings)[number]

/** So many units can be named in one dispatch. */
export const mostUnits = 6

/** How far one of the units sent has come. */
export interface Progress {
  readonly signedAt: Date | string | null
  readonly arrivedAt: Date | string | null
}

/** An incident stands where the unit that leads it stands. */
export function stateOf({ signedAt, arrivedAt }: Progress): 'dispatched' | 'signed' | 'arrived' {
  if (arrivedAt) return 'arrived'
  return signedAt ? 'signed' : 'dispatched'
}

const reach = { dispatched: 0, signed: 1, arrived: 2 } as const

/** Who leads when the unit that did is taken back: the one that has come furthest, of those the one sent first. */
export function nextLead<Unit extends Progress>(assisting: readonly Unit[]): Unit | undefined {
  const [first, ...others] = assisting
  return first && others.reduce((best, one) => (reach[stateOf(one)] > reach[stateOf(best)] ? one : best), first)
}

/** States in which units are on their way or at work. */
export const underWay: readonly IncidentState[] = ['dispatched', 'signed', 'arrived']

/** What a unit that was sent can do next; only the one that leads says how the incident ended. */
export function stepsOfUnit(state: IncidentState, unit: Progress & { readonly isLead: boolean }): readonly Step[] {
  if (!underWay.includes(state)) return []
  const steps: readonly (Step | false)[] = [
    unit.signedAt === null && 'sign',
    unit.signedAt !== null && unit.arrivedAt === null && 'arrive',
    unit.isLead && unit.signedAt !== null && 'dispose',
    'hand-on',
  ]
  return steps.filter((step) => step !== false)
}

/** Until the end the desk can take any unit back, with a reason. */
export const mayRecall = (state: IncidentState): boolean => underWay.includes(state)
