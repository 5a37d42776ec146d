import './incidents.css'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { clockSeconds, numberParts, phone, runningTime } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink, useRouteParam } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { PhoneButton, PhoneCard, PhoneFrame } from '#platform/web/phone-frame.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useNow } from '#platform/web/server-clock.ts'
import { StageLine } from '#platform/web/stage-line.tsx'
import { findIncident, unmaskReporter } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { EndNotice } from './incident-acts.tsx'
import type { Ended } from './incident-acts.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { GradePlate } from './incident-marks.tsx'
import { ownTimes, stageSteps } from './incident-times.ts'
import { PhoneFoot } from './phone-foot.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'
import { UnitsSent } from './units-sent.tsx'
import { TellingPanel } from './telling-panel.tsx'

/** One duty on the officer's phone: sign, arrive, record the outcome, each with one thumb. */
export function PhoneIncidentPage() {
  const words = useWords(incidentWords).phone
  const incidentId = useRouteParam('incidentId')
  const answer = useAnswer(findIncident, { incidentId }, { isRecorded: true })
  if (!answer.data) {
    return (
      <PhoneFrame title={words.title} back="/staff/phone">
        <PageState answer={answer}>{() => null}</PageState>
      </PhoneFrame>
    )
  }
  return <PhoneIncident key={incidentId} incident={answer.data} />
}

function PhoneIncident({ incident }: { incident: IncidentDetail }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const ended = incident.state === 'disposed' || incident.state === 'merged'
  const [ending, setEnding] = useState<Ended | null>(null)
  const steps = stageSteps(
    ownTimes(incident),
    { label: (state) => words.phone.steps[state], time: clockSeconds, now: words.phone.now },
    'dispatched',
  )
  return (
    <PhoneFrame
      title={words.phone.heading(numberParts(incident.number).serial.split('-')[1] ?? incident.number)}
      back="/staff/phone"
      clock={<RunningClock incident={incident} />}
      foot={ended && incident.can.steps.length === 0 ? null : <PhoneFoot incident={incident} onEnd={setEnding} />}
    >
      <StageLine steps={steps} />
      {ending && <EndNotice ended={ending} />}
      <TellingPanel incident={incident} />
      <Scene incident={incident} />
      <PhoneCard title={words.phone.facts}>
        <IncidentFacts incident={incident} isBrief />
      </PhoneCard>
      {incident.sent.length > 1 && (
        <PhoneCard title={sending.title}>
          <UnitsSent incident={incident} />
        </PhoneCard>
      )}
      {ending && <PageLink to="/staff/phone">{words.phone.nextTask}</PageLink>}
    </PhoneFrame>
  )
}

/** How long the step that was taken last has been running. */
function RunningClock({ incident }: { incident: IncidentDetail }): ReactNode {
  const words = useWords(incidentWords).phone
  const now = useNow(1_000)
  const own = ownTimes(incident)
  const running = {
    received: null,
    dispatched: { name: words.sinceDispatch, since: own.dispatchedAt },
    signed: { name: words.sinceSign, since: own.signedAt },
    arrived: { name: words.sinceArrival, since: own.arrivedAt },
    disposed: null,
    merged: null,
  }[own.state]
  if (!running?.since) return incident.state === 'disposed' || incident.state === 'merged' ? words.done : null
  return `${running.name} ${runningTime(now.getTime() - Date.parse(running.since))}`
}

function Scene({ incident }: { incident: IncidentDetail }) {
  const language = useLanguage()
  return (
    <PhoneCard>
      <p className="phone-title">
        <GradePlate grade={incident.grade} />
        {categoryOf(incident.category)?.[language] ?? incident.category}
      </p>
      <p className="phone-place">{incident.place}</p>
      {incident.can.unmask && incident.reporterPhone !== null && <CallReporter incidentId={incident.id} />}
      <p>{incident.summary}</p>
    </PhoneCard>
  )
}

/** The number is asked for only when it is to be called, and that is written down. */
function CallReporter({ incidentId }: { incidentId: string }) {
  const words = useWords(incidentWords).phone
  const { run, pending, problem } = useAct(unmaskReporter)
  const [number, setNumber] = useState<string | null>(null)
  const ask = async () => {
    const told = await run({ incidentId })
    if (!told?.phone) return
    setNumber(told.phone)
    globalThis.location.assign(`tel:${told.phone}`)
  }
  return (
    <>
      <div className="phone-pair">
        {number === null ? (
          <PhoneButton small pending={pending} onClick={() => void ask()}>
            {words.call}
          </PhoneButton>
        ) : (
          <PhoneButton small href={`tel:${number}`}>
            {words.calling(phone(number))}
          </PhoneButton>
        )}
      </div>
      <Refusal problem={problem} />
    </>
  )
}
