import type { UnitCode } from '#kernel/unit-code.ts'
import type { CaseKind, Disposition, Grade, Sensitivity } from './category.ts'

/** One thing that somebody did and when it was written down. `lateReason` stands when that was more than 30 minutes later. */
export interface Step {
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly lateReason: string | null
  /** Id of the officer. */
  readonly by: string
}

export interface CaseMove extends Step {
  readonly act: 'file' | 'refuse' | 'transfer' | 'decide'
  /** Of a refusal: its ground in law, and the reason as it stands on the notice. */
  readonly ground: 'no-crime' | 'plainly-minor' | 'other-by-law' | null
  readonly reason: string | null
  /** Of an administrative decision. */
  readonly outcome: 'penalty' | 'not-punished' | 'mediated' | 'ended' | null
}

export interface CaseParty {
  readonly role: 'reporter' | 'complainant' | 'victim'
  readonly name: string
  readonly phone: string | null
}

/** A case as it went on after the scene: opened, moved, or still waiting. The number is given by who loads it, in order of `opened.recordedAt`. */
export interface CaseStory {
  readonly id: string
  readonly kind: CaseKind
  readonly causeCode: string
  readonly matter: string
  readonly unitCode: UnitCode
  readonly holderId: string
  readonly party: CaseParty
  /** Criminal: accepted by the officer in the same moment as the scene ended. Administrative: filed afterwards by the unit's head. */
  readonly opened: Step
  readonly moves: readonly CaseMove[]
  /** Of a refusal: when the notice reached the person who reported. */
  readonly noticeServed: Step | null
}

export interface IncidentStory {
  readonly id: string
  /** What it was: finer than the category under which it was filed. */
  readonly kind: string
  readonly categoryCode: string
  readonly grade: Grade
  readonly source: '110' | 'counter' | 'online' | 'transfer'
  /** Null: the caller did not say. */
  readonly reporter: { readonly name: string | null; readonly phone: string | null }
  readonly place: string
  readonly matter: string
  readonly narrative: string
  readonly sensitivity: Sensitivity
  readonly secrecy: 'ordinary' | 'secret'
  /** To whom it was sent: the station of the area, or a brigade. */
  readonly unitCode: UnitCode
  readonly received: Step
  /** The steps end where the story has not gone further yet. */
  readonly dispatched: Step | null
  readonly signed: Step | null
  readonly arrived: Step | null
  readonly disposed: (Step & { readonly disposition: Disposition; readonly result: string }) | null
  /** The head of the unit decided that no case is filed; null: nobody found that there was none, or it waits. */
  readonly refused: Step | null
  /** A matter that belongs elsewhere was handed over; null: it does not, or is still to be. */
  readonly handedOver: (Step & { readonly to: string }) | null
  readonly case: CaseStory | null
}
