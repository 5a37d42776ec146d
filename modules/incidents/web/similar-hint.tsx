import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useKeys } from '#platform/web/keys.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { addCall, findSimilar } from '../contract.ts'
import type { Similar } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { focusField } from './intake-focus.ts'
import { laterCallInput, phoneOf } from './intake-state.ts'
import { intakeWords } from './intake-words.ts'
import { incidentWords } from './screen-words.ts'
import type { Intake } from './use-intake.ts'
import { useSettled } from './use-settled.ts'

const restMs = 500
const wholePhone = /^(1\d{10}|0\d{9,11})$/
const fewestSigns = 4

/** What the call may be about, as soon as a whole phone or some of the place is there. */
function useSimilar({ call: { draft } }: Intake): { readonly hours: number; readonly rows: readonly Similar[] } {
  const phone = useSettled(phoneOf(draft), restMs)
  const place = useSettled(draft.place.trim(), restMs)
  const input = { ...(wholePhone.test(phone) && { phone }), ...(place.length >= fewestSigns && { place }) }
  const isAsked = Object.keys(input).length > 0
  const { data } = useAnswer(findSimilar, input, { notYet: !isAsked, isRecorded: true, keepPrevious: true })
  return isAsked && data ? data : { hours: 0, rows: [] }
}

/** Recent incidents that a call may be about; one key adds it to the likeliest of them instead of registering it again. */
export function SimilarHint({ intake }: { intake: Intake }) {
  const words = useWords(intakeWords).similar
  const { hours, rows } = useSimilar(intake)
  const { run, pending, problem } = useAct(addCall)
  const [joined, setJoined] = useState<Pick<Similar, 'id' | 'number'> | null>(null)
  const [isMute, setMute] = useState(false)
  const join = async (to: Similar) => {
    const input = laterCallInput(intake.call, to.id)
    setMute(!input)
    if (!input) return focusField('summary')
    if (pending || !(await run(input))) return
    setJoined(to)
    intake.next()
  }
  const [likeliest] = rows
  useKeys(likeliest ? [{ keys: 'alt+a', label: words.join, run: () => void join(likeliest) }] : [])
  return (
    <div aria-live="polite" className="similar">
      {joined && rows.length === 0 && (
        <Done title={words.joined(joined.number.slice(-6))}>
          <PageLink to={`/staff/incidents/${joined.id}`}>{words.open}</PageLink>
        </Done>
      )}
      {rows.length > 0 && <p className="strong">{words.title(hours)}</p>}
      <ul>
        {rows.map((row) => (
          <SimilarRow key={row.id} row={row} isFirst={row === likeliest} pending={pending} onJoin={() => void join(row)} />
        ))}
      </ul>
      {isMute && <p className="field-hint">{words.sayFirst}</p>}
      <Refusal problem={problem} />
    </div>
  )
}

interface RowProps {
  readonly row: Similar
  readonly isFirst: boolean
  readonly pending: boolean
  readonly onJoin: () => void
}

function SimilarRow({ row, isFirst, pending, onJoin }: RowProps) {
  const words = useWords(intakeWords).similar
  const { states } = useWords(incidentWords)
  const language = useLanguage()
  const format = useFormat()
  const category = categoryOf(row.category)?.[language] ?? row.category
  return (
    <li>
      <div>
        <PageLink to={`/staff/incidents/${row.id}`}>{row.number.slice(-6)}</PageLink> {category} · {row.place}
        <p className="caption">
          {[row.because.map((why) => words.because[why]).join('、'), format.listTime(row.receivedAt), states[row.state], row.unitName].join(
            ' · ',
          )}
        </p>
      </div>
      <Button size="small" pending={pending} onClick={onJoin} {...(isFirst && { keyShown: 'Alt A' })}>
        {words.join}
      </Button>
    </li>
  )
}
