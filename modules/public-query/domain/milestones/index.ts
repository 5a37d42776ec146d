import type { CaseKind, Milestone, Outcome, Sensitivity } from '../milestone.ts'
import { accepted } from './accepted.ts'
import { administrativeFiled } from './administrative-filed.ts'
import { criminalFiled } from './criminal-filed.ts'
import { decided } from './decided.ts'
import { ended } from './ended.ts'
import { measureTaken } from './measure-taken.ts'
import { mediated } from './mediated.ts'
import { notFiled } from './not-filed.ts'
import { notPunished } from './not-punished.ts'
import { transferred } from './transferred.ts'

/** Every milestone, in the order in which cases reach them. To add one, copy a neighbour and add its line here. */
export const milestones: readonly Milestone[] = [
  accepted,
  criminalFiled,
  measureTaken,
  notFiled,
  transferred,
  administrativeFiled,
  decided,
  notPunished,
  mediated,
  ended,
]

export const milestoneOf = (id: string): Milestone | undefined => milestones.find((milestone) => milestone.id === id)

/**
 * The milestone that an event means in a case of this kind that ended in this way; none for events that citizens are not told.
 * A penalty reads as the plain *decided*, and so does a result that is not known.
 */
export const milestoneOn = (event: string, kind: CaseKind, outcome: Outcome | null = null): Milestone | undefined =>
  milestones.find(
    (milestone) =>
      milestone.reachedOn === event &&
      (milestone.kind ?? kind) === kind &&
      (milestone.outcome ?? outcomeTold(outcome)) === outcomeTold(outcome),
  )

const outcomeTold = (outcome: Outcome | null): Outcome => outcome ?? 'penalty'

/** What is read of a milestone in a case of this sensitivity: nothing, or plainer words, or the milestone itself. */
export function readIn(milestone: Milestone, sensitivity: Sensitivity): Milestone | undefined {
  if (milestone.hiddenIn.includes(sensitivity)) return undefined
  if (!milestone.plainIn?.includes(sensitivity)) return milestone
  return milestones.find(({ reachedOn, kind, plainIn }) => reachedOn === milestone.reachedOn && kind === milestone.kind && !plainIn)
}
