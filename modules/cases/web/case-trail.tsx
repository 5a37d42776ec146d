import { lastFew, Trail } from '#modules/audit/parts.tsx'
import { useAnswer } from '#platform/web/answer.ts'
import { listCaseTrail } from '../contract.ts'

/** Who looked at the case and who acted on it. */
export function CaseTrail({ caseId }: { readonly caseId: string }) {
  return <Trail subject={`case:${caseId}`} answer={useAnswer(listCaseTrail, { caseId, limit: lastFew })} />
}
