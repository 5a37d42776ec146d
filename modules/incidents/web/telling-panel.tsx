import { Suspense, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { Attention } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { IncidentDetail } from '../contract.ts'
import { intakeWords } from './intake-words.ts'
import { TellingDialog } from './lazy-dialogs.ts'

/** Where a matter is not for the police: whether and how the person was told, and whether it is due in writing. */
export function TellingPanel({
  incident,
}: {
  readonly incident: Pick<IncidentDetail, 'id' | 'disposition' | 'tellings' | 'papers' | 'can'>
}) {
  const words = useWords(intakeWords).telling
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  if (incident.disposition !== 'no-police-matter') return null
  const { tellings, papers } = incident
  const isDisputed = tellings.some((telling) => telling.isDisputed)
  const isWritten = papers.some(({ form }) => form === 'other-authority-notice')
  return (
    <Panel title={words.title}>
      <div className="stack">
        {tellings.length === 0 && <Attention title={words.none} />}
        {tellings.map(({ id, way, organ, toldAt, byName }) => (
          <div key={id}>
            <p>{words.line(format.shortTime(toldAt), words.ways[way], byName)}</p>
            {organ && <p className="caption">{words.organ(organ)}</p>}
          </div>
        ))}
        {isDisputed && (isWritten ? <p>{words.written}</p> : <Attention title={words.disputed} />)}
        {incident.can.tell && (
          <div className="row">
            <Button size="small" onClick={() => setOpen(true)}>
              {words.record}
            </Button>
          </div>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <TellingDialog incidentId={incident.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Panel>
  )
}
