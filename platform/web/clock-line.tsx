import { ExtendedMark, ProvisionalMark, StateChip } from './state-chip.tsx'
import type { ClockState } from './state-chip.tsx'
import { useFormat } from './use-format.ts'
import { classes } from './classes.ts'

/** What `deadlines` says of one running limit. Screens never work out a state or a colour. */
export interface ClockAnswer {
  readonly state: ClockState
  /** The last lawful moment; none while it is stopped or where the law sets no limit. */
  readonly due: Date | string | null
  readonly extended?: { readonly count: number; readonly of: number }
  readonly provisional?: boolean
  /** Why it stands still, for a stopped clock: "鉴定中，已停 5 天". */
  readonly stopped?: string
}

const loud = (state: ClockState): boolean => state !== 'normal' && state !== 'stopped'

/** A statutory limit in one line: chip, what is left, date, marks. */
export function ClockLine({ clock, withDate = true }: { clock: ClockAnswer; withDate?: boolean }) {
  const format = useFormat()
  return (
    <span className="clock-line">
      <StateChip state={clock.state} />
      {clock.due && clock.state !== 'stopped' && (
        <span className={classes('clock-words', loud(clock.state) && `tone-${clock.state}`)}>{format.remaining(clock.due)}</span>
      )}
      {clock.stopped && <span>{clock.stopped}</span>}
      {withDate && clock.due && <span className="muted">{format.shortTime(clock.due)}</span>}
      {clock.extended && <ExtendedMark {...clock.extended} />}
      {clock.provisional && <ProvisionalMark />}
    </span>
  )
}
