import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { duration } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { BottomSheet, PhoneButton } from '#platform/web/phone-frame.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useNow } from '#platform/web/server-clock.ts'
import { StateChip } from '#platform/web/state-chip.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { arriveAtIncident, signIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { defaultTargets } from '../domain/response.ts'
import { DisposalBody, useDisposalVerb, useStillMissing } from './disposal-parts.tsx'
import { FileCaseDialog } from './file-case-dialog.tsx'
import type { Filed } from './file-case-dialog.tsx'
import { AskedAct } from './incident-acts.tsx'
import type { Ended } from './incident-acts.tsx'
import { offeredActs } from './offered-acts.ts'
import type { OfferedStep } from './offered-acts.ts'
import { incidentWords } from './screen-words.ts'
import { useDisposal } from './use-disposal.ts'
import type { Disposal } from './use-disposal.ts'

interface FootProps {
  readonly incident: IncidentDetail
  readonly onEnd: (ending: Ended) => void
}

/** The one thing to do now, at the thumb's end of the screen; below it what else is open. */
export function PhoneFoot({ incident, onEnd }: FootProps) {
  const words = useWords(incidentWords)
  const { primary, others } = offeredActs(incident)
  const offered = [primary, ...others]
  const disposal = useDisposal(incident, (disposed) => onEnd({ disposed }))
  const [sheetOpen, setSheetOpen] = useState(false)
  const [asked, setAsked] = useState<OfferedStep | null>(null)
  const more = others.filter((step) => ['hand-on', 'correct', 'refuse-case'].includes(step))
  if ((!primary || primary === 'dispatch') && more.length === 0) return <p className="muted">{words.phone.notMine}</p>
  return (
    <>
      {primary === 'sign' && <SignFoot incident={incident} />}
      {primary === 'arrive' && <ArriveFoot incident={incident} />}
      {offered.includes('dispose') && (
        <PhoneButton kind={primary === 'dispose' ? 'primary' : 'link'} onClick={() => setSheetOpen(true)}>
          {words.acts.dispose}
        </PhoneButton>
      )}
      {more.map((step) => (
        <PhoneButton key={step} kind="link" onClick={() => setAsked(step)}>
          {words.acts[step]}
        </PhoneButton>
      ))}
      {asked && <AskedAct step={asked} incident={incident} onClose={() => setAsked(null)} />}
      {(primary === 'hand-over' || primary === 'refuse-case') && (
        <PhoneButton kind="primary" onClick={() => setAsked(primary)}>
          {words.acts[primary]}
        </PhoneButton>
      )}
      {primary === 'file-case' && <FileFoot incident={incident} onEnd={onEnd} />}
      <BottomSheet
        title={words.disposal.title}
        open={sheetOpen}
        onClose={() => setSheetOpen(false)}
        foot={<SheetFoot disposal={disposal} />}
      >
        <DisposalBody disposal={disposal} />
      </BottomSheet>
    </>
  )
}

function SignFoot({ incident }: { incident: IncidentDetail }) {
  const words = useWords(incidentWords)
  const { run, pending, problem } = useAct(signIncident)
  return (
    <>
      {incident.ownPart?.isLead !== false && <SignTarget incident={incident} />}
      <Refusal problem={problem} />
      <PhoneButton kind="primary" pending={pending} onClick={() => void run({ incidentId: incident.id })}>
        {words.acts.sign}
      </PhoneButton>
    </>
  )
}

/** The bureau's own target, in words; it is no limit of the law. */
function SignTarget({ incident }: { incident: IncidentDetail }) {
  const words = useWords(incidentWords).phone
  const language = useLanguage()
  const now = useNow(1_000)
  const { level, since } = incident.response
  const leftMs = Date.parse(since) + defaultTargets.signSeconds * 1_000 - now.getTime()
  const limit = duration(defaultTargets.signSeconds * 1_000, language)
  const text = leftMs >= 0 ? words.target(limit, duration(leftMs, language)) : words.targetMissed(limit, duration(-leftMs, language))
  return (
    <p className="phone-due">
      {level !== 'normal' && <StateChip state={level} />}
      <span>{text}</span>
    </p>
  )
}

function ArriveFoot({ incident }: { incident: IncidentDetail }) {
  const words = useWords(incidentWords)
  const { run, pending, problem } = useAct(arriveAtIncident)
  const [when, setWhen] = useState(justNow)
  return (
    <>
      <WhenField label={words.acts.arrivedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <PhoneButton kind="primary" pending={pending} onClick={() => void run({ incidentId: incident.id, ...whenInput(when) })}>
        {words.acts.arrive}
      </PhoneButton>
    </>
  )
}

function FileFoot({ incident, onEnd }: FootProps) {
  const words = useWords(incidentWords).acts
  const [isOpen, setOpen] = useState(false)
  const done = (filed: Filed) => {
    setOpen(false)
    onEnd({ filed })
  }
  return (
    <>
      <PhoneButton kind="primary" onClick={() => setOpen(true)}>
        {words['file-case']}
      </PhoneButton>
      {isOpen && <FileCaseDialog incidentId={incident.id} onClose={() => setOpen(false)} onDone={done} />}
    </>
  )
}

function SheetFoot({ disposal }: { disposal: Disposal }) {
  const words = useWords(incidentWords).disposal
  const { chosen, draft } = disposal
  if (chosen !== null) return <RecordFoot disposal={disposal} disposition={chosen} />
  if (draft.disposition === null) return <p className="muted">{words.chooseFirst}</p>
  return (
    <PhoneButton kind="primary" onClick={disposal.goOn}>
      {words.next[asksFor[draft.disposition]]}
    </PhoneButton>
  )
}

function RecordFoot({ disposal, disposition }: { disposal: Disposal; disposition: Disposition }) {
  const words = useWords(incidentWords).disposal
  const verb = useDisposalVerb(disposition)
  const missing = useStillMissing(disposal)
  return (
    <>
      {missing ? (
        <p className="muted">{missing}</p>
      ) : (
        <PhoneButton kind="primary" pending={disposal.pending} onClick={() => void disposal.send()}>
          {verb}
        </PhoneButton>
      )}
      <PhoneButton kind="link" onClick={disposal.goBack}>
        {words.back}
      </PhoneButton>
    </>
  )
}
