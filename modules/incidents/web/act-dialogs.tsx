import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { arriveAtIncident, dispatchIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { DisposalBody, useDisposalVerb, useStillMissing } from './disposal-parts.tsx'
import { incidentWords } from './screen-words.ts'
import type { Disposal } from './use-disposal.ts'
import { useUnitOptions } from './use-unit-options.ts'

interface ActDialogProps {
  readonly incident: Pick<IncidentDetail, 'id' | 'state'>
  readonly onClose: () => void
}

/** To which unit it goes; one not yet signed for may be sent elsewhere. */
export function DispatchDialog({ incident, onClose }: ActDialogProps) {
  const words = useWords(incidentWords)
  const units = useUnitOptions()
  const act = useAct(dispatchIncident)
  const [unitCode, setUnitCode] = useState<string | null>(null)
  const verb = incident.state === 'dispatched' ? words.acts.redispatch : words.acts.dispatch
  const send = async () => {
    if (unitCode && (await act.run({ incidentId: incident.id, unitCode }))) onClose()
  }
  return (
    <Dialog title={verb} onClose={onClose}>
      <Field label={words.acts.toUnit} error={fieldProblem(act.problem, 'unitCode') ?? fieldProblem(act.problem, 'dispatchTo')}>
        {(control) => <Combobox control={control} options={units} value={unitCode} onChange={setUnitCode} alwaysOpen shown={6} />}
      </Field>
      <Refusal problem={act.problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={act.pending}
          disabledBecause={unitCode ? undefined : `${words.acts.missing} ${words.acts.toUnit}`}
          onClick={() => void send()}
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  )
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
  return (
    <Dialog title={words.disposal.title} onClose={onClose}>
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
