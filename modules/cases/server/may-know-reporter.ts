import type { Actor } from '#kernel/actor.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { caseById } from './case-repository.ts'
import { partiesOf, partiesOfAll } from './paper-repository.ts'
import { mayKnow } from './party-access.ts'
import type { CaseRow, CaseTables } from './tables.ts'

/**
 * Whether somebody may learn who reported what became this case; for the incident that it came from, which keeps the name too.
 * law: secrecy that a reporter asked for covers every record of the report (PROC-CRIM 173, PROC-ADMIN 63).
 */
export async function mayKnowReporter(open: OpenTransaction, actor: Actor, bureauCode: string, caseId: string | null): Promise<boolean> {
  if (caseId === null) return true
  const db = open.as<CaseTables>()
  const row = await caseById(db, bureauCode, caseId)
  const [reporter] = row ? await partiesOf(db, bureauCode, caseId) : []
  return !row || !reporter?.is_identity_secret || mayKnow(actor, row, reporter)
}

/** The same where there is no case yet: who holds the report, the head of its unit and the leader have to know, nobody else. */
export const mayKnowSecretReporter = (
  actor: Actor,
  report: Pick<CaseRow, 'bureau_code' | 'unit_code'> & { readonly holder_id: string | null },
): boolean => mayKnow(actor, { ...report, holder_id: report.holder_id ?? '', second_id: null }, { is_identity_secret: true })

/**
 * Of some cases those whose reporter asked for secrecy: for a file, which leaves the hands of whoever may know.
 * The same question as `mayKnowReporter`, for many at once and for nobody in particular.
 */
export async function casesWithSecretReporter(
  open: OpenTransaction,
  cases: readonly { readonly bureauCode: string; readonly caseId: string | null }[],
): Promise<ReadonlySet<string>> {
  const known = cases.flatMap(({ bureauCode, caseId }) => (caseId === null ? [] : [{ bureauCode, caseId }]))
  const parties = await partiesOfAll(open.as<CaseTables>(), known)
  const reporters = [...Map.groupBy(parties, (party) => party.case_id)].flatMap(([, [first]]) => first ?? [])
  return new Set(reporters.filter((party) => party.is_identity_secret).map((party) => party.case_id))
}
