import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import { staffWords } from './screen-words.ts'
import { UnitSelect } from './unit-select.tsx'

export interface Details {
  readonly name: string
  readonly unitCode: string
  readonly position: string
  readonly officePhone: string
}

export const emptyDetails: Details = { name: '', unitCode: '', position: '', officePhone: '' }

/** As the endpoints want them; an empty phone is none. */
export const detailsInput = ({ name, unitCode, position, officePhone }: Details) => ({
  name: name.trim(),
  unitCode,
  position: position.trim(),
  officePhone: officePhone.trim() || null,
})

export interface DetailsFieldsProps {
  readonly details: Details
  readonly onChange: (details: Details) => void
  readonly problem: unknown
}

/** Name, unit, position and office phone of an officer. */
export function DetailsFields({ details, onChange, problem }: DetailsFieldsProps) {
  const words = useWords(staffWords).invite
  const text = (name: 'name' | 'position' | 'officePhone', longest: number, isOptional = false) => (
    <div className="span-6">
      <Field label={words[name]} error={fieldProblem(problem, name)} {...(isOptional && { optional: true })}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={longest}
            value={details[name]}
            onChange={(event) => onChange({ ...details, [name]: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
  return (
    <div className="form-grid">
      {text('name', 30)}
      <div className="span-6">
        <Field label={words.unit} error={fieldProblem(problem, 'unitCode')}>
          {(control) => (
            <UnitSelect control={control} value={details.unitCode} onChange={(unitCode) => onChange({ ...details, unitCode })} />
          )}
        </Field>
      </div>
      {text('position', 30)}
      {text('officePhone', 20, true)}
    </div>
  )
}
