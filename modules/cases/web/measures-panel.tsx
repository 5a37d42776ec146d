import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { CaseDetail, MeasureCard } from '../contract.ts'
import { EndMeasureDialog, TakeMeasureDialog } from './measure-dialogs.tsx'
import { caseWords } from './screen-words.ts'

/** What was done to the suspects of a criminal case; shown to those who work on it. */
export function Measures({ record }: { record: CaseDetail }) {
  const words = useWords(caseWords).measureForm
  const [isTaking, setTaking] = useState(false)
  const [ending, setEnding] = useState<MeasureCard | null>(null)
  const { measures, can } = record
  if (!can.takeMeasure && measures.length === 0) return null
  const take = can.takeMeasure && (
    <Button kind="link" size="small" onClick={() => setTaking(true)}>
      {words.take}
    </Button>
  )
  return (
    <Panel title={words.title} count={measures.length} aside={take}>
      {measures.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="stack">
        {measures.map((measure) => (
          <MeasureLine key={measure.id} measure={measure} onEnd={can.takeMeasure ? () => setEnding(measure) : undefined} />
        ))}
      </ul>
      {isTaking && <TakeMeasureDialog record={record} onClose={() => setTaking(false)} />}
      {ending && <EndMeasureDialog record={record} measure={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

function MeasureLine({ measure, onEnd }: { readonly measure: MeasureCard; readonly onEnd: (() => void) | undefined }) {
  const words = useWords(caseWords)
  const format = useFormat()
  const { measureForm } = words
  const began = format.shortTime(measure.beganAt)
  return (
    <li>
      <span className="row wrap">
        <span className="plain-label">{words.measures[measure.kind]}</span>
        <span>{measure.personName}</span>
        {measure.endedAt === null && onEnd && (
          <Button kind="link" size="small" label={`${measureForm.end} ${measure.personName}`} onClick={onEnd}>
            {measureForm.end}
          </Button>
        )}
      </span>
      <p className="caption">
        {measure.endedAt === null
          ? measureForm.since(began)
          : measureForm.until(began, format.shortTime(measure.endedAt), measure.endReason ?? '')}
        {' · '}
        {measureForm.decided(measure.decidedBy, format.shortTime(measure.decidedAt))}
      </p>
    </li>
  )
}
