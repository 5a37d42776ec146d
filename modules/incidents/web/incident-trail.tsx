import { lastFew, Trail } from '#modules/audit/parts.tsx'
import { useAnswer } from '#platform/web/answer.ts'
import { listIncidentTrail } from '../contract.ts'

/** Who looked at the incident and who acted on it. */
export function IncidentTrail({ incidentId }: { readonly incidentId: string }) {
  return <Trail subject={`incident:${incidentId}`} answer={useAnswer(listIncidentTrail, { incidentId, limit: lastFew })} />
}
