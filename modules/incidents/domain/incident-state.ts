import type { Role } from '#kernel/actor.ts'

/** 接警 · 派警 · 签收 · 到场 · 处置, in this order. */
export const courseStates = ['received', 'dispatched', 'signed', 'arrived', 'disposed'] as const
export type CourseState = (typeof courseStates)[number]

/** The states of the course, and 已并入: a second registration of the same matter, which goes on where it was merged into. */
export const incidentStates = [...courseStates, 'merged'] as const
export type IncidentState = (typeof incidentStates)[number]

export const sources = ['110', 'counter', 'online', 'transfer'] as const
export type Source = (typeof sources)[number]

/** Local grades: I life at risk, II just happened or suspect on scene, III ordinary case or dispute, IV help or advice (domain.md §3.1). */
export const grades = ['I', 'II', 'III', 'IV'] as const
export type Grade = (typeof grades)[number]

/** Every incident ends as exactly one of these, in the order of the law. */
export const dispositions = [
  'administrative-case',
  'criminal-case',
  'not-accepted',
  'mediated',
  'transferred',
  'helped',
  'no-police-matter',
] as const
export type Disposition = (typeof dispositions)[number]

export const steps = [
  'receive',
  'dispatch',
  'sign',
  'arrive',
  'dispose',
  'file-case',
  'refuse-case',
  'recall',
  'hand-on',
  'correct',
  'hand-over',
  'merge',
  'unmerge',
  'add-call',
] as const
export type Step = (typeof steps)[number]

/** Not yet ended: it waits for somebody. */
const openStates: readonly IncidentState[] = ['received', 'dispatched', 'signed', 'arrived']

/** One step of an incident: from which states, to which, and who may take it. */
export interface StepRule {
  readonly step: Step
  readonly from: readonly IncidentState[]
  /** `as-before`: the step leaves the state as it is, or gives back the one before. */
  readonly to: IncidentState | 'as-before'
  readonly by: readonly Role[]
}

export const stepRules: readonly StepRule[] = [
  // why: further units may be sent to an incident that is under way; another instead of the first only before it has signed.
  { step: 'dispatch', from: ['received', 'dispatched', 'signed', 'arrived'], to: 'dispatched', by: ['dispatcher'] },
  { step: 'recall', from: ['dispatched', 'signed', 'arrived'], to: 'received', by: ['dispatcher'] },
  { step: 'sign', from: ['dispatched'], to: 'signed', by: ['officer', 'unit-head'] },
  { step: 'arrive', from: ['signed'], to: 'arrived', by: ['officer', 'unit-head'] },
  // why: a call for help may be settled on the telephone, so disposal does not wait for an arrival.
  { step: 'dispose', from: ['signed', 'arrived'], to: 'disposed', by: ['officer', 'unit-head'] },
  { step: 'hand-on', from: ['dispatched', 'signed', 'arrived'], to: 'dispatched', by: ['officer', 'unit-head'] },
  { step: 'file-case', from: ['disposed'], to: 'disposed', by: ['unit-head'] },
  { step: 'refuse-case', from: ['disposed'], to: 'disposed', by: ['unit-head'] },
  { step: 'add-call', from: courseStates, to: 'as-before', by: ['dispatcher', 'officer', 'unit-head'] },
  // why: an incident that was disposed of has an outcome, which merging would take out of the balance.
  { step: 'merge', from: openStates, to: 'merged', by: ['dispatcher', 'unit-head'] },
  { step: 'unmerge', from: ['merged'], to: 'as-before', by: ['dispatcher', 'unit-head'] },
  { step: 'hand-over', from: ['disposed'], to: 'disposed', by: ['officer', 'unit-head'] },
  { step: 'correct', from: ['disposed'], to: 'disposed', by: ['officer', 'unit-head'] },
]

/** Steps beside the course of an incident: they join it with calls and other incidents, and are never what it waits for. */
export const besideSteps = ['add-call', 'merge', 'unmerge'] as const satisfies readonly Step[]
export type BesideStep = (typeof besideSteps)[number]
export const isBeside = (step: Step): step is BesideStep => besideSteps.some((beside) => beside === step)

export const ruleOf = (step: Step): StepRule => stepRules.find((rule) => rule.step === step) as StepRule

export const mayFollow = (state: IncidentState, step: Step): boolean => ruleOf(step).from.includes(state)

export const openSteps = (state: IncidentState): readonly Step[] =>
  stepRules.filter((rule) => rule.from.includes(state) && !isBeside(rule.step)).map((rule) => rule.step)

/** Which words a disposition asks for besides itself. */
export const asksFor: Record<Disposition, 'case' | 'reason' | 'recipient' | 'note'> = {
  'administrative-case': 'case',
  'criminal-case': 'case',
  'not-accepted': 'reason',
  mediated: 'note',
  transferred: 'recipient',
  helped: 'note',
  'no-police-matter': 'reason',
}
