import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { dispatchIncident, handOnIncident, recallUnit } from '../contract.ts'
import type { IncidentDetail, UnitSent } from '../contract.ts'
import { sendingWords } from './sending-words.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useUnitOptions } from './use-unit-options.ts'

interface OfIncident {
  readonly incident: Pick<IncidentDetail, 'id' | 'state'>
  readonly onClose: () => void
}

type How = 'also' | 'instead'

/** To which units it goes. The first leads where none does; while the one that leads has not signed, another may be sent instead. */
export function DispatchDialog({ incident, onClose }: OfIncident) {
  const words = useWords(sendingWords)
  const options = useUnitOptions()
  const act = useAct(dispatchIncident)
  const asksHow = incident.state === 'dispatched'
  const [how, setHow] = useState<How | null>(asksHow ? null : 'also')
  const [unitCodes, setUnitCodes] = useState<readonly string[]>([])
  const firstLeads = incident.state === 'received' || how === 'instead'
  const missing = [how === null && words.how, unitCodes.length === 0 && words.units].filter((name) => name !== false)
  const send = async () => {
    if (await act.run({ incidentId: incident.id, unitCodes: [...unitCodes], instead: how === 'instead' })) onClose()
  }
  return (
    <Dialog title={words.send} onClose={onClose}>
      {asksHow && (
        <Segments
          label={words.how}
          options={(['also', 'instead'] as const).map((value) => ({ value, label: words[value] }))}
          value={how}
          onChange={setHow}
        />
      )}
      <UnitPicker
        label={words.title}
        hint={firstLeads ? words.none : words.noneMore}
        options={options}
        chosen={unitCodes}
        onChange={setUnitCodes}
        firstLeads={firstLeads}
        error={fieldProblem(act.problem, 'unitCodes')}
      />
      <Refusal problem={act.problem} />
      <Foot act={act} verb={words.send} missing={missing} onSend={() => void send()} />
    </Dialog>
  )
}

/** What is still missing, or the button that does it. */
interface FootProps {
  readonly act: { readonly pending: boolean }
  readonly verb: string
  readonly missing: readonly string[]
  readonly onSend: () => void
}

export function Foot({ act, verb, missing, onSend }: FootProps): ReactNode {
  const words = useWords(sendingWords)
  return (
    <div className="row wrap">
      <Button
        kind="primary"
        pending={act.pending}
        disabledBecause={missing.length > 0 ? `${words.missing} ${missing.join(' · ')}` : undefined}
        onClick={onSend}
      >
        {verb}
      </Button>
    </div>
  )
}

interface ReasonProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem: unknown
}

function Reason({ value, onChange, problem }: ReasonProps) {
  const words = useWords(sendingWords)
  return (
    <Field label={words.reason} error={fieldProblem(problem, 'reason')}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={3}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The desk takes a unit back, with a reason that stays. */
export function RecallDialog({ incident, unit, onClose }: OfIncident & { readonly unit: UnitSent }) {
  const words = useWords(sendingWords)
  const act = useAct(recallUnit)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (await act.run({ incidentId: incident.id, unitCode: unit.unitCode, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog title={words.recallTitle(unit.unitName)} onClose={onClose}>
      <p>{unit.isLead ? words.recallLead : words.recallAssist}</p>
      <Reason value={reason} onChange={setReason} problem={act.problem} />
      <Refusal problem={act.problem} />
      <Foot act={act} verb={words.recall} missing={reason.trim().length < 2 ? [words.reason] : []} onSend={() => void send()} />
    </Dialog>
  )
}

/** The own unit hands its part on to another; it is counted. */
export function HandOnDialog({ incident, onClose }: OfIncident) {
  const words = useWords(sendingWords)
  const options = useUnitOptions('all')
  const act = useAct(handOnIncident)
  const [unitCode, setUnitCode] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const missing = [unitCode === null && words.handOnTo, reason.trim().length < 2 && words.reason].filter((name) => name !== false)
  const send = async () => {
    if (unitCode && (await act.run({ incidentId: incident.id, unitCode, reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog title={words.handOnTitle} onClose={onClose}>
      <p>{words.handOnExplain}</p>
      <Field label={words.handOnTo} error={fieldProblem(act.problem, 'unitCode')}>
        {(control) => <Combobox control={control} options={options} value={unitCode} onChange={setUnitCode} alwaysOpen shown={5} />}
      </Field>
      <Reason value={reason} onChange={setReason} problem={act.problem} />
      <Refusal problem={act.problem} />
      <Foot act={act} verb={words.handOnAct} missing={missing} onSend={() => void send()} />
    </Dialog>
  )
}
