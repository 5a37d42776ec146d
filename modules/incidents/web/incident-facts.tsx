import type * as z from 'zod/mini'
import { useCauseInFull, useSensitivityNames } from '#modules/cases/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { numberParts, phone } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { unmaskReporter } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { useState } from 'react'
import type { ComponentProps } from 'react'
import { intakeWords } from './intake-words.ts'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'

interface Shown {
  readonly incident: IncidentDetail
}

interface ShownFacts extends Shown {
  /** Without what stands beside it in larger letters. */
  readonly isBrief?: boolean
}

/** What was reported, by whom, and how it ended. */
export function IncidentFacts({ incident, isBrief = false }: ShownFacts) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const sensitivities = useSensitivityNames()
  const ending = useEnding(incident)
  const { page } = words
  const origin = useWords(intakeWords).organ
  return (
    <Facts
      facts={[
        { label: page.reporter, value: <Reporter incident={incident} /> },
        !isBrief && { label: page.place, value: incident.place },
        !isBrief && { label: page.summary, value: incident.summary },
        { label: page.grade, value: `${incident.grade} · ${words.grades[incident.grade]}` },
        { label: page.source, value: words.sources[incident.source] },
        incident.transferFrom && {
          label: origin.from,
          value: [incident.transferFrom.organ, incident.transferFrom.number].filter(Boolean).join(' '),
        },
        incident.sourceNumber !== null && { label: page.sourceNumber, value: `${incident.sourceSystem} ${incident.sourceNumber}` },
        { label: page.unit, value: incident.unitName },
        incident.holderName !== null && { label: page.holder, value: incident.holderName },
        incident.handOns > 0 && { label: sending.handOns, value: String(incident.handOns) },
        incident.sensitivity !== 'none' && { label: page.sensitivity, value: sensitivities[incident.sensitivity] },
        ...ending,
      ]}
    />
  )
}

/** How it ended, and what came of that. */
function useEnding(incident: IncidentDetail): ComponentProps<typeof Facts>['facts'] {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const causeInFull = useCauseInFull()
  const format = useFormat()
  const { page } = words
  const { disposition, dispositionNote, handOverDueAt, handedOver, caseId, caseNumber } = incident
  return [
    disposition !== null && { label: page.outcome, value: words.dispositions[disposition] },
    dispositionNote !== null && { label: page.note, value: dispositionNote },
    handOverDueAt !== null && { label: sending.handOver.dueFact, value: format.shortTime(handOverDueAt) },
    handedOver !== null && {
      label: sending.handOver.fact,
      value: [
        sending.handOver.done(format.shortTime(handedOver.at), handedOver.to, sending.handOver.ways[handedOver.way]),
        sending.handOver.toldAs(sending.handOver.tellings[handedOver.reporterTold]),
      ].join(' · '),
    },
    incident.proposedCause !== null && { label: page.proposedCause, value: causeInFull(proposedCause(incident)) },
    caseId !== null && caseNumber !== null && { label: page.theCase, value: <CaseLink caseId={caseId} number={caseNumber} /> },
  ]
}

const proposedCause = (incident: IncidentDetail) => ({
  causeCode: incident.proposedCause ?? '',
  causeText: incident.proposedCauseText,
  causeLaw: incident.proposedCauseLaw,
  causeArticle: incident.proposedCauseArticle,
})

function CaseLink({ caseId, number }: { caseId: string; number: string }) {
  const { unit, serial } = numberParts(number)
  return (
    <PageLink to={`/staff/cases/${caseId}`}>
      <span className="number-unit">{unit}</span>
      <b>{serial}</b>
    </PageLink>
  )
}

type Told = z.output<typeof unmaskReporter.output>

/** Masked; to see name and phone in full is an act of its own, and written down. */
export function Reporter({ incident }: Shown) {
  const words = useWords(incidentWords).page
  const act = useAct(unmaskReporter)
  const [full, setFull] = useState<Told | null>(null)
  const { name, number } = full
    ? { name: full.name, number: full.phone && phone(full.phone) }
    : { name: incident.reporterName, number: incident.reporterPhone }
  const isLater = incident.history.some(({ call }) => call && (call.callerName ?? call.callerPhone) !== null)
  const isKnown = isLater || incident.reporterName !== null || incident.reporterPhone !== null
  const show = async () => {
    const told = await act.run({ incidentId: incident.id })
    if (told) setFull(told)
  }
  return (
    <>
      <span className="row wrap">
        <span>{[name ?? (incident.isReporterSecret ? words.identitySecret : words.anonymous), number].filter(Boolean).join(' ')}</span>
        {full && <span className="caption">{words.shown}</span>}
        {!full && isKnown && incident.can.unmask && (
          <Button kind="link" size="small" pending={act.pending} onClick={() => void show()}>
            {words.show}
          </Button>
        )}
      </span>
      {full?.callers.map((caller) => (
        <div key={caller.callId}>{[caller.name ?? words.anonymous, caller.phone && phone(caller.phone)].filter(Boolean).join(' ')}</div>
      ))}
      <Refusal problem={act.problem} />
    </>
  )
}
