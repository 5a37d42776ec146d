import { useState } from 'react'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { serveNotice } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { serviceWays } from '../domain/party.ts'
import type { ServiceWay } from '../domain/party.ts'
import { caseWords } from './screen-words.ts'

interface ServeDialogProps {
  readonly record: CaseDetail
  /** Whom it was served on; left out, it is asked where more than one waits. */
  readonly partyId?: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** How and when the notice of refusal reached a complainant; with that the days owed to that one end. */
export function ServeNoticeDialog({ record, partyId, onClose, onDone }: ServeDialogProps) {
  const words = useWords(caseWords)
  const { actForm, people } = words
  const { run, pending, problem } = useAct(serveNotice)
  const waiting = record.parties.filter(({ id, isNoticeDue }) => isNoticeDue && (partyId === undefined || id === partyId))
  const [whom, setWhom] = useState<string | null>(waiting.length === 1 ? (waiting[0]?.id ?? null) : null)
  const [way, setWay] = useState<ServiceWay | null>(null)
  const [when, setWhen] = useState(justNow)
  const missing = [whom === null && people.service.whom, way === null && people.service.way].filter(Boolean)
  const send = async () => {
    if (whom && way && (await run({ caseId: record.id, partyId: whom, way, ...whenInput(when) }))) onDone()
  }
  return (
    <Dialog title={actForm.of(actForm.serveNotice, numberParts(record.number).serial)} onClose={onClose}>
      <p className="caption">
        {actForm.basis} <Citations of={[{ law: 'proc-crim', article: '178' }]} />
      </p>
      {waiting.length > 1 && (
        <Segments
          label={people.service.whom}
          options={waiting.map(({ id, name }, index) => ({ value: id, label: name ?? people.service.nameless(index + 1) }))}
          value={whom}
          onChange={setWhom}
          error={fieldProblem(problem, 'partyId')}
        />
      )}
      <Segments
        label={people.service.way}
        options={serviceWays.map((value) => ({ value, label: people.serviceWays[value] }))}
        value={way}
        onChange={setWay}
        error={fieldProblem(problem, 'way')}
      />
      <WhenField label={actForm.servedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={missing.length > 0 ? `${actForm.missing} ${missing.join(' · ')}` : undefined}
          onClick={() => void send()}
        >
          {actForm.serveNotice}
        </Button>
      </div>
      <p className="caption">{actForm.noUndo}</p>
    </Dialog>
  )
}
