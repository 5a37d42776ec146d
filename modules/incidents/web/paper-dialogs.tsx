import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { justNow, WhenField, whenInput } from '#platform/web/when-field.tsx'
import { issueNotice, refuseFiling, servePaper } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { formRules, serviceWays } from '../domain/incident-paper.ts'
import type { ServiceWay } from '../domain/incident-paper.ts'
import { paperWords } from './paper-words.ts'
import { incidentWords } from './screen-words.ts'

interface OfIncident {
  readonly incident: IncidentDetail
  readonly onClose: () => void
}

/** The head of the unit decides that no administrative case is filed. */
export function RefuseDialog({ incident, onClose }: OfIncident) {
  const words = useWords(paperWords)
  const [paperId] = useState(() => uuid())
  const [reason, setReason] = useState(incident.disposition === 'not-accepted' ? (incident.dispositionNote ?? '') : '')
  const [when, setWhen] = useState(justNow)
  const { run, pending, problem } = useAct(refuseFiling)
  const send = async () => {
    if (await run({ incidentId: incident.id, paperId, reason, ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={words.refuse.act} onClose={onClose}>
      <p>{words.refuse.explain}</p>
      <p className="caption">
        <Citations of={formRules['refusal-notice'].basis} />
      </p>
      <Reason value={reason} set={setReason} problem={problem} hint={words.refuse.hint} />
      <WhenField label={words.refuse.decidedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <Button kind="primary" pending={pending} disabledBecause={missing(words, { [words.reason]: reason })} onClick={() => void send()}>
        {words.refuse.act}
      </Button>
    </Dialog>
  )
}

const missing = (words: (typeof paperWords)['zh'], fields: Readonly<Record<string, string>>): string | undefined => {
  const lacking = Object.entries(fields).flatMap(([label, value]) => (value.trim().length < 2 ? [label] : []))
  return lacking.length > 0 ? `${words.missing} ${lacking.join(' · ')}` : undefined
}

interface ReasonProps {
  readonly value: string
  readonly set: (value: string) => void
  readonly problem: unknown
  readonly hint?: string
}

function Reason({ value, set, problem, hint }: ReasonProps) {
  const words = useWords(paperWords)
  return (
    <Field label={words.reason} hint={hint} error={fieldProblem(problem, 'reason')}>
      {(control) => (
        <textarea {...control} className="input" rows={4} maxLength={500} value={value} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  )
}

type NoticeForm = 'other-authority-notice' | 'transfer-notice'

/** Puts into writing where the reporter should go, or to whom the matter is transferred. */
export function NoticeDialog({ incident, form, onClose }: OfIncident & { readonly form: NoticeForm }) {
  const words = useWords(paperWords)
  const [paperId] = useState(() => uuid())
  // why: the notice names the organ that was named by word of mouth.
  const told = incident.tellings.findLast(({ organ }) => organ !== null)?.organ
  const [addressee, setAddressee] = useState(form === 'other-authority-notice' ? (told ?? '') : '')
  const [reason, setReason] = useState(incident.dispositionNote ?? '')
  const { run, pending, problem } = useAct(issueNotice)
  const isTransfer = form === 'transfer-notice'
  const label = isTransfer ? words.notice.recipient : words.notice.authority
  const send = async () => {
    if (await run({ incidentId: incident.id, paperId, form, addressee, reason })) onClose()
  }
  return (
    <Dialog title={words.issue[form]} onClose={onClose}>
      <p>{words.notice.explain[form]}</p>
      <p className="caption">
        <Citations of={formRules[form].basis} />
      </p>
      <Field
        label={label}
        hint={isTransfer ? words.notice.recipientHint : words.notice.authorityHint}
        error={fieldProblem(problem, 'addressee')}
      >
        {(control) => (
          <input {...control} className="input" maxLength={100} value={addressee} onChange={(event) => setAddressee(event.target.value)} />
        )}
      </Field>
      <Reason value={reason} set={setReason} problem={problem} />
      <Refusal problem={problem} />
      <Button
        kind="primary"
        pending={pending}
        disabledBecause={missing(words, { [label]: addressee, [words.reason]: reason })}
        onClick={() => void send()}
      >
        {words.notice.act}
      </Button>
    </Dialog>
  )
}

/** When and how a paper reached its person. */
export function ServeDialog({ incident, paper, onClose }: OfIncident & { readonly paper: IncidentDetail['papers'][number] }) {
  const words = useWords(paperWords)
  const { serviceWays: ways } = useWords(incidentWords)
  const [way, setWay] = useState<ServiceWay | null>(null)
  const [when, setWhen] = useState(justNow)
  const { run, pending, problem } = useAct(servePaper)
  const send = async () => {
    if (way && (await run({ incidentId: incident.id, paperId: paper.id, way, ...whenInput(when) }))) onClose()
  }
  return (
    <Dialog title={words.service.act} onClose={onClose}>
      <Segments
        label={words.service.way}
        options={serviceWays.map((value) => ({ value, label: ways[value] }))}
        value={way}
        onChange={setWay}
      />
      <WhenField label={words.service.servedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <Button
        kind="primary"
        pending={pending}
        disabledBecause={way === null ? `${words.missing} ${words.service.way}` : undefined}
        onClick={() => void send()}
      >
        {words.service.act}
      </Button>
    </Dialog>
  )
}
