import type { Actor } from '#kernel/actor.ts'
import { casesWithSecretReporter, mayKnowReporter, mayKnowSecretReporter } from '#modules/cases/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { incidentById } from './incident-repository.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

type Called = Pick<IncidentRow, 'bureau_code' | 'unit_code' | 'holder_id' | 'case_id' | 'merged_into' | 'is_reporter_secret'>

/** They asked before there was a case; once there is one, its party says, who may also have lifted it. */
export const askedWithoutCase = (row: Pick<IncidentRow, 'case_id' | 'is_reporter_secret'>): boolean =>
  row.is_reporter_secret && row.case_id === null

/** The incident in which one goes on: the one it was merged into, else itself. What was merged has no case of its own. */
const goesOnIn = async (open: OpenTransaction, row: Called): Promise<Called> =>
  (row.merged_into && (await incidentById(open.as<IncidentTables>(), row.bureau_code, row.merged_into))) || row

/**
 * Whether somebody may learn who called about an incident, first or later. What was merged follows the incident it was merged into.
 * law: secrecy that a reporter asked for covers every record of the report (PROC-CRIM 173, PROC-ADMIN 63).
 */
export async function mayKnowCallers(open: OpenTransaction, actor: Actor, row: Called): Promise<boolean> {
  const into = await goesOnIn(open, row)
  if (![row, into].filter(askedWithoutCase).every((one) => mayKnowSecretReporter(actor, one))) return false
  return mayKnowReporter(open, actor, row.bureau_code, into.case_id)
}

/** Whether whoever reported asked that nobody learns who it is; for what is printed, which names nobody then. */
export async function isReporterSecret(open: OpenTransaction, row: Called): Promise<boolean> {
  const into = await goesOnIn(open, row)
  if ([row, into].some(askedWithoutCase)) return true
  const { case_id: caseId } = into
  if (caseId === null) return false
  return (await casesWithSecretReporter(open, [{ bureauCode: row.bureau_code, caseId }])).has(caseId)
}
