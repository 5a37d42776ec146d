import type { Kysely } from 'kysely'
import type { AuditTables, ExportRow } from './tables.ts'

export const insertExport = (tx: Kysely<AuditTables>, row: ExportRow): Promise<unknown> =>
  tx.insertInto('audit.export').values(row).execute()

/** The files that some entries of a page are about. The caller has decided already that the entries may be seen. */
export const exportsOf = async (db: Kysely<AuditTables>, ids: readonly { bureauCode: string; id: string }[]): Promise<ExportRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('audit.export')
        .selectAll()
        .where('bureau_code', 'in', [...new Set(ids.map(({ bureauCode }) => bureauCode))] as ExportRow['bureau_code'][])
        .where('id', 'in', [...new Set(ids.map(({ id }) => id))])
        .execute()
