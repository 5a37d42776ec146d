import { useState } from 'react'
import { type Role, roles } from '#kernel/actor.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { useRoleNames } from '../parts.tsx'
import { staffWords } from './screen-words.ts'
import { UnitSelect, useUnitNames } from './unit-select.tsx'

export interface DraftGrant {
  readonly role: Role
  readonly unitCode: string
}

export interface GrantsFieldProps {
  readonly grants: readonly DraftGrant[]
  readonly onChange: (grants: readonly DraftGrant[]) => void
  /** Where a new role is granted unless another unit is chosen. */
  readonly unitCode: string
}

/** Roles, each in a unit: those given, and one more to add. */
export function GrantsField({ grants, onChange, unitCode }: GrantsFieldProps) {
  const words = useWords(staffWords).invite
  const roleNames = useRoleNames()
  const [role, setRole] = useState<Role | ''>('')
  const [chosen, setChosen] = useState('')
  const unit = chosen || unitCode
  const add = () => {
    if (role === '' || unit === '') return
    const others = grants.filter((grant) => grant.role !== role || grant.unitCode !== unit)
    onChange([...others, { role, unitCode: unit }])
    setRole('')
  }
  return (
    <fieldset className="stack plain-fieldset">
      <legend className="field-label">{words.grants}</legend>
      <p className="field-hint">{words.grantsHint}</p>
      <GivenGrants grants={grants} onChange={onChange} />
      <div className="form-grid">
        <div className="span-6">
          <Field label={words.role}>
            {(control) => (
              <select {...control} className="input" value={role} onChange={(event) => setRole(event.target.value as Role | '')}>
                <option value="">{words.choose}</option>
                {roles.map((one) => (
                  <option key={one} value={one}>
                    {roleNames[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="span-6">
          <Field label={words.unit}>{(control) => <UnitSelect control={control} value={unit} onChange={setChosen} />}</Field>
        </div>
      </div>
      <div className="row">
        <Button size="small" onClick={add}>
          {words.addGrant}
        </Button>
      </div>
    </fieldset>
  )
}

function GivenGrants({ grants, onChange }: Pick<GrantsFieldProps, 'grants' | 'onChange'>) {
  const words = useWords(staffWords).invite
  const roleNames = useRoleNames()
  const unitNames = useUnitNames()
  return (
    <>
      {grants.length === 0 && <p className="muted">{words.noGrant}</p>}
      <ul className="grant-list">
        {grants.map((grant) => {
          const unitName = unitNames.get(grant.unitCode) ?? grant.unitCode
          return (
            <li key={`${grant.role}@${grant.unitCode}`} className="row">
              <span>
                {roleNames[grant.role]} · {unitName}
              </span>
              <span className="push-right">
                <Button
                  size="small"
                  label={words.removeGrant(roleNames[grant.role], unitName)}
                  onClick={() => onChange(grants.filter((one) => one !== grant))}
                >
                  ✕
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
