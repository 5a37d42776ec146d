import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { saveUnit } from '../contract.ts'
import type { UnitCard } from '../contract.ts'
import { type LowerKind, unitKinds } from '../domain/unit-file.ts'
import { screenWords, staffWords } from './screen-words.ts'
import { UnitSelect } from './unit-select.tsx'

export interface UnitDialogProps {
  /** Null: a new one. */
  readonly unit: UnitCard | null
  readonly onClose: () => void
}

const emptyUnit = { code: '', kind: 'station' as string, nameZh: '', nameEn: '', shortName: '' }

const draftOf = (unit: UnitCard | null, bureauCode: string) => ({
  ...(unit ?? emptyUnit),
  parentCode: unit?.parentCode ?? bureauCode,
  phone: unit?.phone ?? '',
  address: unit?.address ?? '',
})

/** Adds a unit or corrects one; its code stays. */
export function UnitDialog({ unit, onClose }: UnitDialogProps) {
  const words = useWords(staffWords).units
  const me = useMe()
  const act = useAct(saveUnit)
  const [first] = useState(() => draftOf(unit, me.bureauCode))
  const draft = useDraft(first, act.problem)
  const send = async () => {
    const { code, parentCode, kind, nameZh, nameEn, shortName, phone, address } = draft.values
    const names = { nameZh, nameEn, shortName }
    const optional = { phone: phone.trim() || null, address: address.trim() || null }
    const saved = await act.run({ code, parentCode, kind: kind as LowerKind, ...names, ...optional })
    if (saved) onClose()
  }
  const text = (name: 'code' | 'nameZh' | 'nameEn' | 'shortName' | 'phone' | 'address', isOptional = false) => (
    <div className="span-6">
      <Field label={words[name]} error={draft.errorAt(name)} {...(isOptional && { optional: true })}>
        {(control) => <input {...control} className="input" readOnly={name === 'code' && unit !== null} {...draft.text(name)} />}
      </Field>
    </div>
  )
  return (
    <Dialog title={unit ? words.changeNamed(unit.nameZh) : words.add} onClose={onClose}>
      <div className="stack">
        <div className="form-grid">
          {text('code')}
          <div className="span-6">
            <KindField value={draft.values.kind} onChange={(kind) => draft.set('kind', kind)} />
          </div>
          <div className="span-12">
            <Field label={words.parent} error={draft.errorAt('parentCode')}>
              {(control) => (
                <UnitSelect control={control} value={draft.values.parentCode} onChange={(code) => draft.set('parentCode', code)} />
              )}
            </Field>
          </div>
          {text('nameZh')}
          {text('shortName')}
          {text('nameEn', true)}
          {text('phone', true)}
          {text('address', true)}
        </div>
        <Refusal problem={act.problem} />
        <div className="row">
          <Button kind="primary" pending={act.pending} onClick={() => void send()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function KindField({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const words = useWords(staffWords).units
  const { kinds } = useWords(screenWords).units
  return (
    <Field label={words.kind}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {unitKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
