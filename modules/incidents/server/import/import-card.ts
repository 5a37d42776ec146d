import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { About } from '#platform/server/context.ts'
import type { ImportCard } from '../../contract.ts'
import type { ImportRow } from '../tables.ts'

export const importCard = (row: ImportRow): ImportCard => ({
  id: row.id,
  state: row.state,
  encoding: row.encoding,
  rows: row.row_count,
  written: row.written_count,
  known: row.known_count,
  byName: row.by_name,
  uploadedAt: row.uploaded_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
})

export const aboutImport = (row: Pick<ImportRow, 'bureau_code' | 'id' | 'by_unit'>): About => ({
  subject: `import:${row.id}`,
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.by_unit as UnitCode,
})

/** The rows of one batch are sealed as one text. */
export const batchCell = (bureauCode: string, importId: string, seq: number) => ({
  bureauCode,
  table: 'incidents.import_batch',
  column: 'rows',
  id: `${importId}.${seq}`,
})
