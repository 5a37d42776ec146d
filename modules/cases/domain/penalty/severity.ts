import type { PenaltyOption } from './range.ts'

/** How heavy a range is, the first number that differs deciding: kind of main penalty, its maximum and minimum, the fine's maximum and minimum. */
export type Severity = readonly [kind: number, max: number, min: number, fineMax: number, fineMin: number]

const kindRank = { warning: 0, fine: 1, detention: 2 }

interface Bounds {
  readonly min: number
  readonly max: number
}

const none: Bounds = { min: 0, max: 0 }

function mainBounds({ main }: PenaltyOption): Bounds {
  if (main.kind === 'warning') return none
  if (!('multiple_of_gains' in main)) return main
  // why: gains are not known here, so nothing is above such a fine and nothing is below it.
  return { min: 0, max: Number.POSITIVE_INFINITY }
}

/** An optional fine need not be imposed: its least is nothing. */
function fineBounds(option: PenaltyOption): Bounds {
  if (option.main.kind === 'fine') return mainBounds(option)
  if (!option.add) return none
  return option.add_is === 'optional' ? { min: 0, max: option.add.max } : option.add
}

const greatest = (bounds: readonly Bounds[]): number => Math.max(...bounds.map(({ max }) => max))
const least = (bounds: readonly Bounds[]): number => Math.min(...bounds.map(({ min }) => min))

/** Of a tier's options, of which there is at least one. An alternative of a milder kind brings the least of the main penalty to nothing. */
export function severityOf(options: readonly PenaltyOption[]): Severity {
  const kind = Math.max(...options.map(({ main }) => kindRank[main.kind]))
  const mains = options.map((option) => (kindRank[option.main.kind] === kind ? mainBounds(option) : none))
  const fines = options.map(fineBounds)
  return [kind, greatest(mains), least(mains), greatest(fines), least(fines)]
}

/** Negative where the first is lighter, positive where it is heavier, 0 where neither is. */
export function compareSeverity(one: readonly PenaltyOption[], other: readonly PenaltyOption[]): number {
  const [first, second] = [severityOf(one), severityOf(other)]
  const place = first.findIndex((value, at) => value !== second[at])
  return place === -1 ? 0 : Math.sign((first[place] ?? 0) - (second[place] ?? 0))
}
