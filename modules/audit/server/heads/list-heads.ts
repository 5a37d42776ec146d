import { holds } from '#kernel/actor.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { fingerprintOf } from '#platform/server/signer.ts'
import { counted } from '#platform/shared/page.ts'
import { type HeadSheetRow, listHeads as endpoint } from '../../contract.ts'
import { readSheet } from '../../domain/head-sheet.ts'
import type { AuditTables } from '../tables.ts'
import { type FoundSheet, headReaders, pageOfSheets } from './head-queries.ts'

const usualPage = 50

/** Signed heads of the bureaus in which one supervises, with where each was sent. */
export const listHeads = defineQuery<AuditTables>()({
  name: 'audit.listHeads',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...headReaders),
  async read({ actor, db, open }, { limit = usualPage, ...filter }) {
    const { rows, next, total } = await pageOfSheets(db, actor, { ...filter, limit })
    const names = await unitNames(
      open,
      rows.map((row) => row.bureau_code),
    )
    return { rows: rows.map((row) => cardOf(row, names.get(row.bureau_code) ?? row.bureau_code)), next, ...counted(total) }
  },
})

function cardOf(row: FoundSheet, bureauName: string): HeadSheetRow {
  const heads = readSheet(row.text)?.heads ?? []
  return {
    id: `${row.bureau_code}.${row.number}`,
    bureauName,
    number: row.number,
    kind: row.kind,
    takenAt: row.taken_at.toISOString(),
    chains: heads.length,
    entries: heads.reduce((sum, head) => sum + head.seq, 0),
    algorithm: row.algorithm,
    key: fingerprintOf(row.public_key),
    sending:
      row.place === null
        ? null
        : { place: row.place, sentAt: row.sent_at?.toISOString() ?? null, attempts: row.attempts ?? 0, error: row.last_error },
  }
}
