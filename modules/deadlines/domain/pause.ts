import type { Citation } from '#kernel/citation.ts'
import type { PauseReason } from './clock-event.ts'

/** A lawful stop of the clock. `to` is null while it lasts. */
export interface Pause {
  readonly reason: PauseReason
  readonly from: Date
  readonly to: Date | null
  readonly basis: readonly Citation[]
}
