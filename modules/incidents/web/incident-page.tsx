import type { ReactNode } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { CaseHeader, DetailPage, TwoColumns } from '#platform/web/detail-page.tsx'
import { clockSeconds } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { useRouteParam } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { StateChip } from '#platform/web/state-chip.tsx'
import { findIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { useIncidentActs } from './incident-acts.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { FourTimes, IncidentHistory } from './incident-history.tsx'
import { Standing } from './incident-marks.tsx'
import { IncidentTrail } from './incident-trail.tsx'
import { stageSteps } from './incident-times.ts'
import { PapersPanel } from './papers-panel.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'
import { UnitsSent } from './units-sent.tsx'
import { TellingPanel } from './telling-panel.tsx'

/** The page of one incident. Opening it is written into its trail, so it is not asked for again by itself. */
export function IncidentPage() {
  const incidentId = useRouteParam('incidentId')
  const answer = useAnswer(findIncident, { incidentId }, { isRecorded: true })
  return <PageState answer={answer}>{(incident) => <Incident key={incident.id} incident={incident} />}</PageState>
}

function Incident({ incident }: { incident: IncidentDetail }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const acts = useIncidentActs(incident)
  const main = (
    <>
      {acts.below}
      <Panel title={words.page.history}>
        <FourTimes incident={incident} />
        <IncidentHistory incident={incident} />
      </Panel>
      {incident.can.seeTrail && <IncidentTrail incidentId={incident.id} />}
    </>
  )
  const side = (
    <>
      <Panel title={words.page.facts}>
        <IncidentFacts incident={incident} />
      </Panel>
      {incident.sent.length > 0 && (
        <Panel title={sending.title} count={incident.sent.length}>
          <UnitsSent incident={incident} />
        </Panel>
      )}
      <TellingPanel incident={incident} />
      <RelatedPanel incident={incident} />
      <PapersPanel incident={incident} />
    </>
  )
  return (
    <DetailPage
      header={<Header incident={incident} acts={acts.bar} />}
      tabs={[{ id: 'all', label: words.page.history, content: <TwoColumns main={main} side={side} /> }]}
    />
  )
}

function Header({ incident, acts }: { incident: IncidentDetail; acts: ReactNode }) {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const category = categoryOf(incident.category)?.[language] ?? incident.category
  return (
    <CaseHeader
      back={{ to: '/staff/incidents', label: words.page.back }}
      number={incident.number}
      labels={[words.gradeName(incident.grade), words.sources[incident.source]]}
      holder={[incident.unitName, incident.holderName].filter(Boolean).join(' · ')}
      title={`${category} · ${incident.place}`}
      marks={
        <span className="row">
          <StateChip state={incident.response.level} />
          <Standing card={incident} />
        </span>
      }
      acts={acts}
      stages={stageSteps(incident, { label: (state) => words.page.times[state], time: clockSeconds, now: words.phone.now })}
    />
  )
}
