import { useState } from 'react'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { justNow, WhenField, whenInput } from '#platform/web/when-field.tsx'
import { handOverIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { dispositionLaw } from '../domain/disposition-law.ts'
import { handOverWays, reporterToldWays } from '../domain/hand-over.ts'
import type { HandOverWay, ReporterTold } from '../domain/hand-over.ts'
import { DisposeDialog } from './act-dialogs.tsx'
import { Foot } from './sending-dialogs.tsx'
import { sendingWords } from './sending-words.ts'
import { useDisposal } from './use-disposal.ts'

interface OfIncident {
  readonly incident: IncidentDetail
  readonly onClose: () => void
}

/** The transferred matter is with whoever is competent: to whom, how and when. */
export function HandOverDialog({ incident, onClose }: OfIncident) {
  const words = useWords(sendingWords)
  const format = useFormat()
  const act = useAct(handOverIncident)
  const [to, setTo] = useState(incident.dispositionNote ?? '')
  const [way, setWay] = useState<HandOverWay | null>(null)
  const [told, setTold] = useState<ReporterTold | null>(null)
  const [when, setWhen] = useState(justNow)
  const lacking = [to.trim().length < 2 && words.handOver.to, way === null && words.handOver.way, told === null && words.handOver.told]
  const missing = lacking.filter((name) => name !== false)
  const send = async () => {
    if (way && told && (await act.run({ incidentId: incident.id, to: to.trim(), way, reporterTold: told, ...whenInput(when) }))) onClose()
  }
  return (
    <Dialog title={words.handOver.title} onClose={onClose}>
      {incident.handOverDueAt && <p>{words.handOver.due(format.shortTime(incident.handOverDueAt))}</p>}
      <p className="caption">
        <Citations of={dispositionLaw.transferred.basis} />
      </p>
      <Field label={words.handOver.to} hint={words.handOver.toHint} error={fieldProblem(act.problem, 'to')}>
        {(control) => <input {...control} className="input" maxLength={100} value={to} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <Segments
        label={words.handOver.way}
        options={handOverWays.map((value) => ({ value, label: words.handOver.ways[value] }))}
        value={way}
        onChange={setWay}
      />
      <Segments
        label={words.handOver.told}
        options={reporterToldWays.map((value) => ({ value, label: words.handOver.tellings[value] }))}
        value={told}
        onChange={setTold}
      />
      <WhenField label={words.handOver.at} when={when} onChange={setWhen} problem={act.problem} />
      <Refusal problem={act.problem} />
      <Foot act={act} verb={words.handOver.act} missing={missing} onSend={() => void send()} />
    </Dialog>
  )
}

/** Another outcome in the place of the one recorded, with a reason; the same steps as recording one. */
export function CorrectDialog({ incident, onClose }: OfIncident) {
  const disposal = useDisposal(incident, onClose, 'correct')
  return <DisposeDialog disposal={disposal} onClose={onClose} />
}
