import { useState } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { ClockLine } from '#platform/web/clock-line.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { type ClockExplanation, explainClockEndpoint } from './contract.ts'
import type { ClockLevel, LifeState } from './domain/clock-state.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

const deadlineWords = { zh, en }

/** A clock as the cards of other modules carry it. */
export interface ShownClock {
  readonly rule: string
  readonly state: LifeState
  readonly level: ClockLevel
  readonly dueAt: string
  readonly isProvisional: boolean
  readonly extended?: { readonly count: number; readonly of: number } | null
}

interface Shown {
  readonly subject: string
  readonly clock: ShownClock
  readonly withDate?: boolean
}

/** Chip, what is left, date and marks of one statutory clock; a click shows the sum with its articles. */
export function StatutoryClock({ subject, clock, withDate = true }: Shown) {
  const words = useWords(deadlineWords)
  const [isOpen, setOpen] = useState(false)
  const answer = {
    state: clock.level,
    due: clock.state === 'running' ? clock.dueAt : null,
    provisional: clock.isProvisional,
    ...(clock.extended && { extended: clock.extended }),
  }
  return (
    <>
      <button type="button" className="button link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ClockLine clock={answer} withDate={withDate} />
        {clock.state !== 'running' && <span className="muted">{endWords(clock, words)}</span>}
        <span className="unseen">{words.howCounted}</span>
      </button>
      {isOpen && (
        <Dialog title={words.howCounted} onClose={() => setOpen(false)}>
          <Sum subject={subject} rule={clock.rule} />
        </Dialog>
      )}
    </>
  )
}

function endWords({ state, level }: ShownClock, { ended }: typeof zh): string {
  if (state === 'cancelled') return ended.cancelled
  if (state !== 'met') return ''
  return level === 'overdue' ? ended.metLate : ended.metInTime
}

function Sum({ subject, rule }: { readonly subject: string; readonly rule: string }) {
  const answer = useAnswer(explainClockEndpoint, { subject, rule })
  return <PageState answer={answer}>{(explained) => <Steps explained={explained} />}</PageState>
}

function Steps({ explained }: { readonly explained: ClockExplanation }) {
  const words = useWords(deadlineWords)
  const tell = useBilingual()
  return (
    <>
      <p>
        <strong>{tell(explained.title)}</strong>
      </p>
      {explained.standing !== 'confirmed' && <p>{words.unconfirmed}</p>}
      <ol>
        {explained.steps.map((step) => (
          <li key={`${step.kind} ${step.text.en}`}>
            {step.kind === 'due' ? <strong>{tell(step.text)}</strong> : tell(step.text)}
            <br />
            <small className="muted">{step.basis.map(tell).join(' · ')}</small>
          </li>
        ))}
      </ol>
    </>
  )
}
