import type { IncidentDetail } from '../contract.ts'
import type { Step } from '../domain/incident-state.ts'

export type OfferedStep = Extract<
  Step,
  'dispatch' | 'sign' | 'arrive' | 'dispose' | 'file-case' | 'refuse-case' | 'hand-on' | 'hand-over' | 'correct'
>

// why: the next step of the walk comes first; sending it elsewhere is never what is due.
const byNeed: readonly OfferedStep[] = [
  'file-case',
  'refuse-case',
  'hand-over',
  'sign',
  'arrive',
  'dispose',
  'dispatch',
  'hand-on',
  'correct',
]

export interface OfferedActs {
  readonly primary: OfferedStep | undefined
  readonly others: readonly OfferedStep[]
}

/** Which of the steps the server allows is the one to do next, and which stand beside it. */
interface Standing extends Pick<IncidentDetail, 'state'> {
  readonly can: Pick<IncidentDetail['can'], 'steps'>
}

export function offeredActs({ state, can }: Standing): OfferedActs {
  const offered = byNeed.filter((step) => can.steps.includes(step))
  const [first] = offered
  const isElsewhere = first === 'hand-on' || first === 'correct' || (first === 'dispatch' && state !== 'received')
  return isElsewhere ? { primary: undefined, others: offered } : { primary: first, others: offered.slice(1) }
}
