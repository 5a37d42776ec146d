import { useState } from 'react'
import { Field } from './field.tsx'
import { fromLocalField, toLocalField } from './format.ts'
import { fieldProblem } from './refusal.tsx'
import { serverNow } from './server-clock.ts'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** When something happened: `null` is now. Entered more than half an hour later it needs a reason. */
export interface When {
  readonly occurredAt: Date | null
  readonly lateReason: string
}

export const justNow: When = { occurredAt: null, lateReason: '' }

const lateMs = 30 * 60_000

export const isLate = (when: When, now: Date): boolean => when.occurredAt !== null && now.getTime() - when.occurredAt.getTime() > lateMs

/** For an endpoint's input: nothing for now, so that the server takes its own time. */
export const whenInput = (when: When): { occurredAt?: string; lateReason?: string } => ({
  ...(when.occurredAt && { occurredAt: when.occurredAt.toISOString() }),
  ...(when.lateReason.trim() && { lateReason: when.lateReason.trim() }),
})

export interface WhenFieldProps {
  readonly when: When
  readonly onChange: (when: When) => void
  readonly problem?: unknown
  /** What happened then, where "time" alone could be read as another fact's. */
  readonly label?: string
}

/** The time a person gives to a fact: now unless they say otherwise, in Beijing time. */
export function WhenField({ when, onChange, problem, label }: WhenFieldProps) {
  const words = useWords(kitWords).form
  const name = label ?? words.occurredAt
  const [asked, setAsked] = useState(false)
  const error = fieldProblem(problem, 'occurredAt')
  const reasonError = fieldProblem(problem, 'lateReason')
  if (!asked && !when.occurredAt && !error) {
    return (
      <p className="row">
        <span className="muted">{name}</span>
        <span>{words.now}</span>
        <button type="button" className="button link small" onClick={() => setAsked(true)}>
          {words.otherTime}
        </button>
      </p>
    )
  }
  return (
    <>
      <Field label={name} hint={words.beijing} error={error}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="datetime-local"
            max={toLocalField(serverNow())}
            defaultValue={toLocalField(when.occurredAt ?? serverNow())}
            onChange={(event) => onChange({ ...when, occurredAt: fromLocalField(event.target.value) })}
          />
        )}
      </Field>
      {(isLate(when, serverNow()) || reasonError) && (
        <Field label={words.reason} hint={words.reasonHint} error={reasonError}>
          {(control) => (
            <input
              {...control}
              className="input"
              value={when.lateReason}
              onChange={(event) => onChange({ ...when, lateReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
