import { useState } from 'react'
import type { FormEvent } from 'react'
import { v7 as uuid } from 'uuid'
import { listUnits } from '#modules/accounts/contract.ts'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Done, fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { addPlace, changeIntakeSetting, findIntakeSetting, removePlace, searchPlaces } from '../contract.ts'
import type { Place } from '../contract.ts'
import { fewestDuplicateHours, mostDuplicateHours } from '../domain/duplicate-window.ts'
import { intakeWords } from './intake-words.ts'
import { useSettled } from './use-settled.ts'

/** The bureau's book of places, and how far back a call is compared with earlier ones. */
export function PlacesPage() {
  const words = useWords(intakeWords).places
  const setting = useAnswer(findIntakeSetting, {})
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <div className="two-columns">
        <div className="stack">
          <Book />
          <AddPlace />
        </div>
        <PageState answer={setting}>{(now) => <Window key={now.duplicateHours} {...now} />}</PageState>
      </div>
    </div>
  )
}

const shownAtMost = 50

function Book() {
  const words = useWords(intakeWords).places
  const [typed, setTyped] = useState('')
  const settled = useSettled(typed.trim(), 250)
  const answer = useAnswer(searchPlaces, { typed: settled, limit: shownAtMost }, { keepPrevious: true })
  return (
    <Panel>
      <div className="stack">
        <Field label={words.find} hint={words.findHint}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="search"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <PageState answer={answer}>
          {({ rows }) => (rows.length === 0 ? <Told title={words.none} why={words.noneWhy} /> : <PlaceRows rows={rows} />)}
        </PageState>
      </div>
    </Panel>
  )
}

function PlaceRows({ rows }: { rows: readonly Place[] }) {
  const words = useWords(intakeWords).places
  const { run, pending, problem } = useAct(removePlace)
  return (
    <>
      <Refusal problem={problem} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.location}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.remove}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, location, unitName }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{location}</td>
              <td>{unitName}</td>
              <td className="one-line">
                <Button kind="link" size="small" label={words.removeOf(name)} pending={pending} onClick={() => void run({ placeId: id })}>
                  {words.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const emptyPlace = { name: '', location: '', unitCode: '', longitude: '', latitude: '' }
const textParts = ['name', 'location', 'longitude', 'latitude'] as const

function AddPlace() {
  const { places: words, missing } = useWords(intakeWords)
  const act = useAct(addPlace)
  const [place, setPlace] = useState({ ...emptyPlace, id: uuid() })
  const [added, setAdded] = useState<string | null>(null)
  const lacking = [!place.name.trim() && words.name, !place.location.trim() && words.location, !place.unitCode && words.unit].filter(
    (label) => label !== false,
  )
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { id, name, location, unitCode, longitude, latitude } = place
    const where = longitude.trim() && latitude.trim() ? { longitude: Number(longitude), latitude: Number(latitude) } : {}
    if (lacking.length > 0 || !(await act.run({ id, name, location, unitCode, ...where }))) return
    setAdded(name)
    setPlace({ ...emptyPlace, unitCode, id: uuid() })
  }
  return (
    <Panel title={words.add}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <div className="form-grid">
          {textParts.map((part) => (
            <div key={part} className="span-6">
              <Field label={words[part]} optional={part === 'longitude' || part === 'latitude'} error={fieldProblem(act.problem, part)}>
                {(control) => (
                  <input
                    {...control}
                    className="input"
                    autoComplete="off"
                    value={place[part]}
                    onChange={(event) => setPlace({ ...place, [part]: event.target.value })}
                  />
                )}
              </Field>
            </div>
          ))}
          <div className="span-6">
            <UnitField value={place.unitCode} onChange={(unitCode) => setPlace({ ...place, unitCode })} problem={act.problem} />
          </div>
        </div>
        <Refusal problem={act.problem} />
        {added && <Done title={words.added(added)} />}
        <div className="row">
          <Button
            kind="primary"
            type="submit"
            pending={act.pending}
            disabledBecause={lacking.length > 0 ? `${missing} ${lacking.join(' · ')}` : undefined}
          >
            {words.add}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

interface UnitFieldProps {
  readonly value: string
  readonly onChange: (unitCode: string) => void
  readonly problem: unknown
}

function UnitField({ value, onChange, problem }: UnitFieldProps) {
  const words = useWords(intakeWords).places
  const language = useLanguage()
  const units = (useAnswer(listUnits, {}).data?.rows ?? []).filter(({ kind }) => kind !== 'bureau')
  return (
    <Field label={words.unit} error={fieldProblem(problem, 'unitCode')}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{words.chooseUnit}</option>
          {units.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {language === 'zh' ? unit.nameZh : unit.nameEn}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface WindowProps {
  readonly duplicateHours: number
  readonly setAt: string | null
  readonly setByName: string | null
}

function Window({ duplicateHours, setAt, setByName }: WindowProps) {
  const words = useWords(intakeWords).places
  const format = useFormat()
  const { run, pending, problem } = useAct(changeIntakeSetting)
  const [hours, setHours] = useState(String(duplicateHours))
  const [isSaved, setSaved] = useState(false)
  const save = async () => setSaved((await run({ duplicateHours: Number(hours) })) !== undefined)
  return (
    <Panel title={words.window}>
      <div className="stack">
        <Field label={words.hours} hint={words.hoursHint} error={fieldProblem(problem, 'duplicateHours')}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="number"
              min={fewestDuplicateHours}
              max={mostDuplicateHours}
              value={hours}
              onChange={(event) => setHours(event.target.value)}
            />
          )}
        </Field>
        <p className="caption">{setAt === null ? words.byDefault : words.setBy(setByName ?? '', format.shortTime(setAt))}</p>
        <Refusal problem={problem} />
        {isSaved && <Done title={words.saved} />}
        <div className="row">
          <Button pending={pending} onClick={() => void save()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
