import type { Finding } from '#kernel/finding.ts'
import { type Approver, type ExtensionEvent, ranksAtLeast } from './clock-event.ts'
import { type DeadlineRule, type ExtensionStep, timesOf } from './deadline-rule.ts'
import { block } from './due-answer.ts'
import type { FindingName } from './finding-words.ts'
import { compareLengths, type Length, lengthText, runsOnWallClock } from './length.ts'

/** What was extended so far: the length of all parts, and how often each step of the rule was used. */
export interface Extended {
  readonly lengths: readonly Length[]
  readonly used: readonly number[]
}

export type ExtensionResult = (Extended & { readonly step: ExtensionStep }) | { readonly refused: Finding }

/** A higher office of the same side may do what a lower one may. */
const mayApprove = ({ approvers }: ExtensionStep, approver: Approver | undefined): boolean =>
  !approver || approvers.length === 0 || approvers.some((least) => ranksAtLeast(approver, least))

const fitsGround = ({ grounds }: ExtensionStep, { ground }: ExtensionEvent): boolean => !grounds || !ground || grounds.includes(ground)

/** The parts of the period after this extension, or null if the two lengths cannot be added up. */
function partsAfter(lengths: readonly Length[], event: ExtensionEvent): { parts: readonly Length[]; added: readonly Length[] } | null {
  if (event.kind === 'extended') return { parts: [...lengths, event.adds], added: [event.adds] }
  const grown = compareLengths([event.total], lengths)
  const { unit } = event.total
  if (grown === null) return null
  // why: hours and days of 24 hours are compared in hours.
  return { parts: [event.total], added: [{ count: grown, unit: runsOnWallClock(unit) ? 'hour' : unit }] }
}

/** Null when the length is within what this step gives. */
function lengthFault({ mostInAll }: DeadlineRule, { most }: ExtensionStep, soFar: Extended, event: ExtensionEvent): FindingName | null {
  const after = partsAfter(soFar.lengths, event)
  if (!after) return 'extension-within-its-length'
  if ((compareLengths(after.added, []) ?? 0) < 0) return 'extension-lengthens'
  if (mostInAll && isOver(after.parts, mostInAll)) return 'extension-within-its-length'
  if (most === 'as-decided') return null
  return ('adds' in most ? isOver(after.added, most.adds) : isOver(after.parts, most.total)) ? 'extension-within-its-length' : null
}

/** Also when the two cannot be compared: what the law gives in months is not given in days. */
function isOver(lengths: readonly Length[], most: Length): boolean {
  const over = compareLengths(lengths, [most])
  return over === null || over > 0
}

const timesUsed = (soFar: Extended, index: number): number => soFar.used[index] ?? 0

const isUsedUp = (step: ExtensionStep, index: number, soFar: Extended): boolean => timesUsed(soFar, index) >= timesOf(step)

const isSkipping = (step: ExtensionStep, index: number, soFar: Extended): boolean =>
  step.follows === true && timesUsed(soFar, index - 1) === 0

/**
 * True when an addition only repeats one that was used up: a second “+4 days” is no way to the thirty days in all,
 * unless its ground says that this is meant.
 */
function repeatsUsedUp({ extensions = [] }: DeadlineRule, step: ExtensionStep, soFar: Extended, event: ExtensionEvent): boolean {
  if (event.kind !== 'extended' || (event.ground && step.grounds?.includes(event.ground))) return false
  if (step.most === 'as-decided' || !('total' in step.most)) return false
  return extensions.some(
    (other, index) =>
      other.most !== 'as-decided' && 'adds' in other.most && isUsedUp(other, index, soFar) && !isOver([event.adds], other.most.adds),
  )
}

/** For each step of the rule: null when it carries the extension, else the sentence of the law that it breaks. */
const faultsOf = (rule: DeadlineRule, soFar: Extended, event: ExtensionEvent): readonly (FindingName | null)[] =>
  (rule.extensions ?? []).map((step, index) => {
    if (isUsedUp(step, index, soFar) || repeatsUsedUp(rule, step, soFar, event)) return 'extension-not-too-often'
    if (!mayApprove(step, event.approver)) return 'extension-by-who-may'
    if (!fitsGround(step, event)) return 'extension-on-its-ground'
    return lengthFault(rule, step, soFar, event) ?? (isSkipping(step, index, soFar) ? 'extension-steps-in-order' : null)
  })

/** Which fault to name when no step fits: the nearest miss says most. */
const tellingOrder: readonly FindingName[] = [
  'extension-steps-in-order',
  'extension-lengthens',
  'extension-by-who-may',
  'extension-on-its-ground',
  'extension-within-its-length',
  'extension-not-too-often',
]

const sayLength = (event: ExtensionEvent): string => lengthText(event.kind === 'extended' ? event.adds : event.total).zh

/** Finds the step of the rule that allows this extension. A missing approver or ground does not matter, a wrong one does. */
export function extend(rule: DeadlineRule, soFar: Extended, event: ExtensionEvent): ExtensionResult {
  const steps = rule.extensions ?? []
  const faults = faultsOf(rule, soFar, event)
  const fitting = faults.indexOf(null)
  const step = steps[fitting]
  const after = partsAfter(soFar.lengths, event)
  if (step && after) {
    const used = steps.map((_, index) => timesUsed(soFar, index) + (index === fitting ? 1 : 0))
    return { lengths: after.parts, used, step }
  }
  const name =
    steps.length === 0 ? 'extension-known-to-law' : (tellingOrder.find((fault) => faults.includes(fault)) ?? 'extension-known-to-law')
  return { refused: block(rule, name, { asked: sayLength(event), approver: event.approver ?? null, at: event.at?.toISOString() ?? null }) }
}
