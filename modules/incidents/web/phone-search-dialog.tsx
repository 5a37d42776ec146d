import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Told } from '#platform/web/page-state.tsx'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { findByPhone } from '../contract.ts'
import type { IncidentCard } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { Standing } from './incident-marks.tsx'
import { incidentWords } from './screen-words.ts'

/** Who called before: by phone, which stands neither in the address nor in a log. */
export function PhoneSearchDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(incidentWords).phoneSearch
  const search = useAct(findByPhone)
  const [phone, setPhone] = useState('')
  const [rows, setRows] = useState<readonly IncidentCard[] | null>(null)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setRows(null)
    const found = await search.run({ phone: phone.replaceAll(/[\s-]/g, '') })
    if (found) setRows(found.rows)
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void ask(event)}>
        <Field label={words.phone} hint={words.hint} error={fieldProblem(search.problem, 'phone')}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="tel"
              autoComplete="off"
              autoFocus
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
        <Refusal problem={search.problem} />
        <div className="form-foot">
          <Button kind="primary" type="submit" pending={search.pending}>
            {words.find}
          </Button>
        </div>
      </form>
      {rows && <Found rows={rows} />}
    </Dialog>
  )
}

function Found({ rows }: { rows: readonly IncidentCard[] }) {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const format = useFormat()
  if (rows.length === 0) return <Told title={words.phoneSearch.none} why={words.phoneSearch.noneWhy} />
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.list.receivedAt}</th>
          <th scope="col">{words.list.number}</th>
          <th scope="col">{words.list.category}</th>
          <th scope="col">{words.list.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{format.listTime(row.receivedAt)}</td>
            <td>
              <PageLink to={`/staff/incidents/${row.id}`}>{numberParts(row.number).serial}</PageLink>
            </td>
            <td>{categoryOf(row.category)?.[language] ?? row.category}</td>
            <td>
              <Standing card={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
