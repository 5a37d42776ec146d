import { useId } from 'react'
import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** What a control needs to be tied to its label, hint and error: spread it onto the control. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong and what to do about it; stands between label and control. */
  readonly error?: string | undefined
  /** Only optional fields are marked. */
  readonly optional?: boolean
  /** `Alt 1–8`: the key that leads here; bind it with `useFieldKeys`. */
  readonly fieldKey?: string
  readonly children: (control: ControlProps) => ReactNode
}

/** One field of a form: label above, hint below, error between label and control. */
export function Field({ label, hint, error, optional, fieldKey, children }: FieldProps) {
  const id = useId()
  const words = useWords(kitWords)
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field" data-field-key={fieldKey}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {optional && <span className="caption">{words.optional}</span>}
        {fieldKey && <kbd aria-hidden="true">{fieldKey}</kbd>}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          <StateShape shape="overdue" />
          <span>{error}</span>
        </p>
      )}
      {children({ id, ...(describedBy && { 'aria-describedby': describedBy }), ...(error && { 'aria-invalid': true as const }) })}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
