import type { CaseKind, Milestone } from '../milestone.ts'
import { accepted } from './accepted.ts'
import { administrativeFiled } from './administrative-filed.ts'
import { criminalFiled } from './criminal-filed.ts'
import { decided } from './decided.ts'
import { measureTaken } from './measure-taken.ts'
import { notFiled } from './not-filed.ts'
import { transferred } from './transferred.ts'

/** Every milestone, in the order in which cases reach them. To add one, copy a neighbour and add its line here. */
export const milestones: readonly Milestone[] = [accepted, criminalFiled, measureTaken, notFiled, transferred, administrativeFiled, decided]

export const milestoneOf = (id: string): Milestone | undefined => milestones.find((milestone) => milestone.id === id)

/** The milestone that an event means in a case of this kind; none for events that citizens are not told. */
export const milestoneOn = (event: string, kind: CaseKind): Milestone | undefined =>
  milestones.find((milestone) => milestone.reachedOn === event && (milestone.kind ?? kind) === kind)
