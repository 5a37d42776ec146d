import { StateShape } from './state-shape.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** The five states of a clock exclude one another. */
export const clockStates = ['normal', 'due-soon', 'urgent', 'overdue', 'stopped'] as const
export type ClockState = (typeof clockStates)[number]

/** State of a statutory limit: colour, shape and letter together. The words with a number stand beside it, see `ClockLine`. */
export function StateChip({ state }: { state: ClockState }) {
  const { letter, name } = useWords(kitWords).states[state]
  return (
    <span className={`chip chip-${state}`} role="img" aria-label={name}>
      <StateShape shape={state} />
      <span aria-hidden="true">{letter}</span>
    </span>
  )
}

/** Stands beside the date of a limit that was lawfully extended. */
export function ExtendedMark({ count, of }: { count: number; of: number }) {
  const words = useWords(kitWords)
  return (
    <span className="chip chip-extended" role="img" aria-label={words.extendedTimes(count, of)}>
      <StateShape shape="extended" />
      <span aria-hidden="true">
        {words.marks.extended.letter}{' '}
        <span className="chip-count">
          {count}/{of}
        </span>
      </span>
    </span>
  )
}

/** Stands beside a date that the calendar or a standard has not settled yet. */
export function ProvisionalMark() {
  const { letter, name } = useWords(kitWords).marks.provisional
  return (
    <span className="chip chip-provisional" role="img" aria-label={name}>
      <StateShape shape="provisional" />
      <span aria-hidden="true">{letter}</span>
    </span>
  )
}
