import { useId } from 'react'
import { StateShape } from './state-shape.tsx'

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Legal choices begin with none. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly error?: string | undefined
  readonly fieldKey?: string
  /** The label is read aloud only, where the place itself says it. */
  readonly hideLabel?: boolean
}

/** One of a few, side by side. Arrow keys move, as in any group of radio buttons. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, options, value, onChange, error, fieldKey, hideLabel } = props
  const name = useId()
  return (
    <fieldset className="field" data-field-key={fieldKey} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={hideLabel ? 'unseen' : 'field-label'}>
        {label}
        {fieldKey && <kbd aria-hidden="true">{fieldKey}</kbd>}
      </legend>
      {error && (
        <p id={`${name}-error`} className="field-error">
          <StateShape shape="overdue" />
          <span>{error}</span>
        </p>
      )}
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
