import type { BureauCode } from '#kernel/unit-code.ts'
import type { AuditEntry } from '#platform/server/context.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Page } from '#platform/shared/page.ts'
import type { TrailEntry } from './contract.ts'
import { entriesAbout, pageOfEntries, type Place } from './server/audit-queries.ts'
import { appendEntries, auditSink } from './server/entry-repository.ts'
import type { AuditTables } from './server/tables.ts'
import { trailPage } from './server/trail-page.ts'

export { sayTrailFault } from './domain/trail-fault.ts'
/** Appends one more entry in the caller's transaction, for an act that is about many subjects at once. */
export const appendEntry = auditSink.append

export { type Exported, exportLimit, keepExport } from './server/keep-export.ts'
export { chainEntries } from './server/chain-entries.ts'
export { readSheetFile, type SignedSheet } from './server/heads/signed-sheet.ts'
export { trailLines, verifyTrailFile } from './server/verification/trail-file.ts'
export type { Verified } from './server/verification/trail-verifier.ts'
export { verifyAudit } from './server/verification/verify-audit.ts'
export { atOneMoment } from './server/verification/verification-queries.ts'

/** Everything recorded about one subject, the newest first. The caller has decided already that the subject may be seen. */
export async function trailOf(open: OpenTransaction, bureauCode: BureauCode, subject: string, place: Place): Promise<Page<TrailEntry>> {
  const db = open.as<AuditTables>()
  return trailPage(open, await pageOfEntries(db, entriesAbout(db, bureauCode, subject), place))
}

/** Appends many entries in their order, exactly as the actions would one by one; inside the caller's transaction. */
export const appendMany = (open: OpenTransaction, entries: readonly AuditEntry[]): Promise<void> =>
  appendEntries(open.as<AuditTables>(), entries)
