import type { Finding } from '#kernel/finding.ts'
import { type Approver, approvers, type ExtensionEvent } from './clock-event.ts'
import type { DeadlineRule, ExtensionStep } from './deadline-rule.ts'
import { block } from './due-answer.ts'
import type { FindingName } from './finding-words.ts'
import { compareLengths, type Length, lengthText, runsOnWallClock } from './length.ts'

/** What was extended so far: the length of all parts, and how often each step of the rule was used. */
export interface Extended {
  readonly lengths: readonly Length[]
  readonly used: readonly number[]
}

export type ExtensionResult = (Extended & { readonly step: ExtensionStep }) | { readonly refused: Finding }

const prosecutors = approvers.indexOf('next-higher-procuratorate')

/** A higher office of the same side may do what a lower one may. */
const mayApprove = (step: ExtensionStep, approver: Approver | undefined): boolean => {
  if (!approver) return true
  const rank = approvers.indexOf(approver)
  return step.approvers.some((allowed) => {
    const least = approvers.indexOf(allowed)
    return rank >= least && rank >= prosecutors === least >= prosecutors
  })
}

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
function lengthFault({ most }: ExtensionStep, soFar: Extended, event: ExtensionEvent): FindingName | null {
  const after = partsAfter(soFar.lengths, event)
  if (!after) return 'extension-within-its-length'
  if ((compareLengths(after.added, []) ?? 0) < 0) return 'extension-lengthens'
  const over = 'adds' in most ? compareLengths(after.added, [most.adds]) : compareLengths(after.parts, [most.total])
  return over === null || over > 0 ? 'extension-within-its-length' : null
}

const timesUsed = (soFar: Extended, index: number): number => soFar.used[index] ?? 0

const isSkipping = ({ extensionsInOrder, extensions = [] }: DeadlineRule, index: number, soFar: Extended): boolean =>
  extensionsInOrder === true && extensions.slice(0, index).some((_, earlier) => timesUsed(soFar, earlier) === 0)

/** For each step of the rule: null when it carries the extension, else the sentence of the law that it breaks. */
const faultsOf = (rule: DeadlineRule, soFar: Extended, event: ExtensionEvent): readonly (FindingName | null)[] =>
  (rule.extensions ?? []).map((step, index) => {
    if (timesUsed(soFar, index) >= (step.times ?? 1)) return 'extension-not-too-often'
    if (!mayApprove(step, event.approver)) return 'extension-by-who-may'
    if (step.ground && event.ground && step.ground !== event.ground) return 'extension-on-its-ground'
    return lengthFault(step, soFar, event) ?? (isSkipping(rule, index, soFar) ? 'extension-steps-in-order' : null)
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
