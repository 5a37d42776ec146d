import { useAnswer } from '#platform/web/answer.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { findIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { useIncidentActs } from './incident-acts.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { FourTimes, IncidentHistory } from './incident-history.tsx'
import { UnitsSent } from './units-sent.tsx'

/** One incident beside the list: what I may do, the four times, facts, history. */
export function IncidentBrief({ incidentId }: { incidentId: string }) {
  // why: opening an incident is written into its trail, so it is asked for once and after each act, never by the second.
  const answer = useAnswer(findIncident, { incidentId }, { isRecorded: true })
  return <PageState answer={answer}>{(incident) => <Brief incident={incident} />}</PageState>
}

function Brief({ incident }: { incident: IncidentDetail }) {
  const acts = useIncidentActs(incident)
  return (
    <>
      {acts.bar}
      {acts.below}
      <FourTimes incident={incident} />
      <IncidentFacts incident={incident} />
      {incident.sent.length > 1 && <UnitsSent incident={incident} />}
      <IncidentHistory incident={incident} />
    </>
  )
}
