import { courseStates, type Disposition, dispositions, type IncidentState } from './incident-state.ts'

/** Where an incident that was received can stand: on its way, ended as one of the seven, or merged into another. */
export const balanceParts = ['received', 'dispatched', 'signed', 'arrived', ...dispositions, 'merged'] as const
export type BalancePart = (typeof balanceParts)[number]

/** Parts that still await something of somebody. */
export const openParts: readonly BalancePart[] = ['received', 'dispatched', 'signed', 'arrived']

/** So many incidents of one unit that stand alike. */
export interface Standing {
  readonly unitCode: string
  readonly state: IncidentState
  readonly disposition: Disposition | null
  readonly count: number
}

export type Counts = Readonly<Record<BalancePart, number>>

export interface Tally {
  /** By unit, in the order in which they were given. */
  readonly units: readonly { readonly unitCode: string; readonly counts: Counts; readonly sum: number }[]
  readonly totals: Counts
  readonly sum: number
  /** Incidents that stand nowhere: ended without an outcome, or with one although they go on. */
  readonly misplaced: number
}

/** Null where state and disposition contradict each other. */
export function partOf({ state, disposition }: Pick<Standing, 'state' | 'disposition'>): BalancePart | null {
  if (state === 'merged') return 'merged'
  if (state === 'disposed') return disposition
  return disposition === null && courseStates.includes(state) ? state : null
}

const none = (): Record<BalancePart, number> => Object.fromEntries(balanceParts.map((part) => [part, 0])) as Record<BalancePart, number>
const sumOf = (counts: Counts): number => balanceParts.reduce((sum, part) => sum + counts[part], 0)

/** Adds up: each incident is in exactly one part, or misplaced. */
export function tally(standings: readonly Standing[]): Tally {
  const byUnit = new Map<string, Record<BalancePart, number>>()
  const totals = none()
  let misplaced = 0
  for (const standing of standings) {
    const part = partOf(standing)
    if (part === null) {
      misplaced += standing.count
      continue
    }
    const counts = byUnit.get(standing.unitCode) ?? none()
    byUnit.set(standing.unitCode, counts)
    counts[part] += standing.count
    totals[part] += standing.count
  }
  const units = [...byUnit].map(([unitCode, counts]) => ({ unitCode, counts, sum: sumOf(counts) }))
  return { units, totals, sum: sumOf(totals), misplaced }
}

/** What is wrong with one incident, or with one number; the last three ended in name and still owe what makes it an end. */
export const faultKinds = [
  'no-state',
  'no-receipt',
  'moved-day',
  'no-case',
  'number-missing',
  'not-decided',
  'not-filed',
  'not-handed-over',
] as const
export type FaultKind = (typeof faultKinds)[number]

/**
 * How long an outcome may wait for the head of the unit: a report is registered, as a case or with the reasons why not,
 * within 24 hours of the end of emergency handling. law: 2015 Opinion 二(一)3; PSAPL 2025 art. 90 wants it at once.
 */
export const decisionHours = 24
