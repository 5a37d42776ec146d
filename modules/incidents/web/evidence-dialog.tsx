import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { justNow, WhenField, whenInput } from '#platform/web/when-field.tsx'
import { receiveEvidence } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { paperWords } from './paper-words.ts'

interface Item {
  readonly key: string
  readonly name: string
  readonly quantity: string
  readonly features: string
}

const newItem = (): Item => ({ key: uuid(), name: '', quantity: '1', features: '' })

/** What was handed over, piece by piece; the list is printed for who handed it over. */
export function EvidenceDialog({ incident, onClose }: { readonly incident: Pick<IncidentDetail, 'id'>; readonly onClose: () => void }) {
  const words = useWords(paperWords).evidence
  const { missing: missingWord } = useWords(paperWords)
  const [paperId] = useState(() => uuid())
  const [giverName, setGiver] = useState('')
  const [items, setItems] = useState<readonly Item[]>(() => [newItem()])
  const [when, setWhen] = useState(justNow)
  const { run, pending, problem } = useAct(receiveEvidence)
  const lacking = [
    giverName.trim() === '' && words.giver,
    items.some(({ name }) => name.trim() === '') && words.name,
    items.some(({ quantity }) => quantity.trim() === '') && words.quantity,
  ].filter((label) => label !== false)
  const send = async () => {
    const given = items.map(({ name, quantity, features }) => ({ name, quantity, features }))
    if (await run({ incidentId: incident.id, paperId, giverName, items: given, ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={words.act} onClose={onClose}>
      <p>{words.explain}</p>
      <Field label={words.giver} error={fieldProblem(problem, 'giverName')}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            maxLength={60}
            value={giverName}
            onChange={(event) => setGiver(event.target.value)}
          />
        )}
      </Field>
      {items.map((item, index) => (
        <ItemFields
          key={item.key}
          item={item}
          row={index + 1}
          change={(part) => setItems(items.map((one) => (one === item ? { ...one, ...part } : one)))}
          remove={items.length > 1 ? () => setItems(items.filter((one) => one !== item)) : undefined}
        />
      ))}
      <Button size="small" onClick={() => setItems([...items, newItem()])}>
        {words.another}
      </Button>
      <WhenField label={words.receivedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <Button
        kind="primary"
        pending={pending}
        disabledBecause={lacking.length > 0 ? `${missingWord} ${lacking.join(' · ')}` : undefined}
        onClick={() => void send()}
      >
        {words.act}
      </Button>
    </Dialog>
  )
}

const lengths = { name: 60, quantity: 20, features: 200 } as const

interface ItemFieldsProps {
  readonly item: Item
  readonly row: number
  readonly change: (part: Partial<Item>) => void
  readonly remove: (() => void) | undefined
}

function ItemFields({ item, row, change, remove }: ItemFieldsProps) {
  const words = useWords(paperWords).evidence
  return (
    <fieldset className="evidence-item">
      <legend className="caption">{words.row(row)}</legend>
      {(['name', 'quantity', 'features'] as const).map((part) => (
        <input
          key={part}
          className="input"
          aria-label={words[part]}
          placeholder={words[part]}
          maxLength={lengths[part]}
          value={item[part]}
          onChange={(event) => change({ [part]: event.target.value })}
        />
      ))}
      {remove && (
        <Button kind="link" size="small" label={words.remove(row)} onClick={remove}>
          ×
        </Button>
      )}
    </fieldset>
  )
}
