import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { demandRecentProof } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { TrailEntry } from '../contract.ts'
import { insertExport } from './export-repository.ts'
import { refusals } from './refusals.ts'
import type { AuditTables, ExportRow } from './tables.ts'

export interface Exported {
  readonly list: ExportRow['list']
  readonly rowCount: number
  readonly isUnmasked: boolean
  readonly filter: Readonly<Record<string, string | undefined>>
  readonly reason: string | undefined
  /** Whether this person may see names in full at all; of which rows, the list itself decides. */
  readonly mayUnmask: boolean
}

/** More than this is a task for the administrator, not a file on somebody's desk. */
export const exportLimit = 50_000

const cellOf = ({ bureau_code: bureauCode, id }: Pick<ExportRow, 'bureau_code' | 'id'>) => ({
  bureauCode,
  table: 'audit.export',
  column: 'asked',
  id,
})

/** Writes down, before it leaves, what leaves the house as a file; the entry of the trail is about it. */
export async function keepExport(doing: Doing, { list, rowCount, isUnmasked, filter, reason, mayUnmask }: Exported): Promise<void> {
  const { id: byId, bureauCode, unitCode } = doing.actor as Officer
  const place = { bureau_code: bureauCode, id: uuid() }
  doing.about({ subject: `export:${place.id}`, bureauCode, unitCode })
  if (isUnmasked && !mayUnmask) throw refusals.exportUnmaskNotYours()
  if (isUnmasked && !reason) throw refusals.exportReasonRequired().at('reason')
  if (isUnmasked) demandRecentProof(doing.actor, doing.now)
  if (rowCount > exportLimit) throw refusals.exportTooLarge(exportLimit)
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  await insertExport(doing.open.as<AuditTables>(), {
    ...place,
    list,
    row_count: rowCount,
    is_unmasked: isUnmasked,
    asked_sealed: doing.vault.seal(JSON.stringify({ filter: asked, reason: isUnmasked ? reason : null }), cellOf(place)),
    by_id: byId,
    by_unit: unitCode,
    at: doing.now,
  })
}

/** What a reader of the trail is told of a file. */
export function exportCard(vault: Vault, row: ExportRow): NonNullable<TrailEntry['exported']> {
  const { filter, reason } = JSON.parse(vault.open(row.asked_sealed, cellOf(row))) as {
    filter: Record<string, string>
    reason: string | null
  }
  return { list: row.list, rowCount: row.row_count, isUnmasked: row.is_unmasked, filter, reason }
}
