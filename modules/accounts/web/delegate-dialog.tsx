import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { addDays, dayOf, isDay, startOf, startOfNext } from '#kernel/beijing-time.ts'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { delegateRole } from '../contract.ts'
import { type DelegableRole, isDelegable } from '../domain/delegation.ts'
import { useRoleNames } from '../parts.tsx'
import { delegationWords } from './screen-words.ts'
import { useUnitNames } from './unit-select.tsx'

/** Hands one of my roles to a colleague, by whole days. */
export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(delegationWords)
  const { now } = useFormat()
  const act = useAct(delegateRole)
  const [id] = useState(() => uuid())
  const [first] = useState(() => ({ chosen: '', to: '', from: dayOf(now) as string, until: addDays(dayOf(now), 6) as string, reason: '' }))
  const draft = useDraft(first, act.problem)
  const { chosen, to, from, until, reason } = draft.values
  const send = async () => {
    const [role = '', unitCode = ''] = chosen.split('@')
    if (!isDay(from) || !isDay(until)) return
    const times = { fromAt: startOf(from).toISOString(), untilAt: startOfNext(until).toISOString() }
    const done = await act.run({ id, toPoliceNumber: to, role: role as DelegableRole, unitCode, ...times, reason })
    if (done) onClose()
  }
  const text = (name: 'to' | 'from' | 'until' | 'reason', path: string, given: { type?: string; hint?: string } = {}) => (
    <Field label={words[name]} hint={given.hint} error={draft.errorAt(path as 'to')}>
      {(control) => <input {...control} className="input" type={given.type ?? 'text'} maxLength={200} {...draft.text(name)} />}
    </Field>
  )
  return (
    <Dialog title={words.add} onClose={onClose}>
      <div className="stack">
        <OwnRole value={chosen} onChange={(role) => draft.set('chosen', role)} problem={draft.errorAt('role' as 'chosen')} />
        {text('to', 'toPoliceNumber', { hint: words.toHint })}
        <div className="form-grid">
          <div className="span-6">{text('from', 'fromAt', { type: 'date' })}</div>
          <div className="span-6">{text('until', 'untilAt', { type: 'date' })}</div>
        </div>
        {text('reason', 'reason')}
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

interface OwnRoleProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem: string | undefined
}

/** One of my own roles that may be handed on. */
function OwnRole({ value, onChange, problem }: OwnRoleProps) {
  const words = useWords(delegationWords)
  const me = useMe()
  const roleNames = useRoleNames()
  const unitNames = useUnitNames()
  const mine = me.grants.filter(({ role, onBehalfOf }) => isDelegable(role) && onBehalfOf === undefined)
  return (
    <Field label={words.role} error={problem}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{words.choose}</option>
          {mine.map(({ role, unitCode }) => (
            <option key={`${role}@${unitCode}`} value={`${role}@${unitCode}`}>
              {roleNames[role]} · {unitNames.get(unitCode) ?? unitCode}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
