import type { Actor } from '#kernel/actor.ts'
import { mayKnowReporter } from '#modules/cases/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { incidentById } from './incident-repository.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/**
 * Whether somebody may learn who called about an incident, first or later. What was merged follows the incident it was merged into.
 * law: secrecy that a reporter asked for covers every record of the report (PROC-CRIM 173, PROC-ADMIN 63).
 */
export async function mayKnowCallers(
  open: OpenTransaction,
  actor: Actor,
  row: Pick<IncidentRow, 'bureau_code' | 'case_id' | 'merged_into'>,
): Promise<boolean> {
  const into = row.merged_into ? await incidentById(open.as<IncidentTables>(), row.bureau_code, row.merged_into) : undefined
  return mayKnowReporter(open, actor, row.bureau_code, into?.case_id ?? row.case_id)
}
