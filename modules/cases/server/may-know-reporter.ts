import type { Actor } from '#kernel/actor.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { caseById } from './case-repository.ts'
import { partiesOf } from './paper-repository.ts'
import { mayKnow } from './party-access.ts'
import type { CaseTables } from './tables.ts'

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
