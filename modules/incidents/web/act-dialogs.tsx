import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { arriveAtIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { DisposalBody, useDisposalVerb, useStillMissing } from './disposal-parts.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'
import type { Disposal } from './use-disposal.ts'

interface ActDialogProps {
  readonly incident: Pick<IncidentDetail, 'id'>
  readonly onClose: () => void
}

/** Being at the scene, now or at the time that is given. */
export function ArriveDialog({ incident, onClose }: ActDialogProps) {
  const words = useWords(incidentWords)
  const act = useAct(arriveAtIncident)
  const [when, setWhen] = useState(justNow)
  const send = async () => {
    if (await act.run({ incidentId: incident.id, ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={words.acts.arrive} onClose={onClose}>
      <WhenField label={words.acts.arrivedAt} when={when} onChange={setWhen} problem={act.problem} />
      <Refusal problem={act.problem} />
      <div className="row wrap">
        <Button kind="primary" pending={act.pending} onClick={() => void send()}>
          {words.acts.arrive}
        </Button>
      </div>
    </Dialog>
  )
}

/** How it ended: first the outcome, then what that asks for. */
export function DisposeDialog({ disposal, onClose }: { disposal: Disposal; onClose: () => void }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  return (
    <Dialog title={disposal.isCorrection ? sending.correct.title : words.disposal.title} onClose={onClose}>
      <DisposalBody disposal={disposal} />
      {disposal.chosen === null ? <ChooseFoot disposal={disposal} /> : <RecordFoot disposal={disposal} disposition={disposal.chosen} />}
    </Dialog>
  )
}

function ChooseFoot({ disposal }: { disposal: Disposal }) {
  const words = useWords(incidentWords).disposal
  const { disposition } = disposal.draft
  return (
    <div className="row wrap">
      <Button kind="primary" disabledBecause={disposition ? undefined : words.chooseFirst} onClick={disposal.goOn}>
        {words.next[disposition ? asksFor[disposition] : 'note']}
      </Button>
    </div>
  )
}

function RecordFoot({ disposal, disposition }: { disposal: Disposal; disposition: Disposition }) {
  const words = useWords(incidentWords)
  const missing = useStillMissing(disposal)
  return (
    <>
      <div className="row wrap">
        <Button kind="primary" pending={disposal.pending} disabledBecause={missing} onClick={() => void disposal.send()}>
          {useDisposalVerb(disposition)}
        </Button>
        <Button onClick={disposal.goBack}>{words.disposal.back}</Button>
      </div>
      <p className="caption">{words.acts.noUndo}</p>
    </>
  )
}
