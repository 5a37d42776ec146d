import type { OpenTransaction } from '#platform/server/database.ts'
import type { IncidentDetail } from '../contract.ts'
import { transferSourceOf } from './intake-repository.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'
import { tellingsOf } from './telling-repository.ts'

/** From whom an incident was taken over, and what the person was told where it is not for the police. */
export async function originAndEnd(open: OpenTransaction, row: IncidentRow): Promise<Pick<IncidentDetail, 'transferFrom' | 'tellings'>> {
  const db = open.as<IncidentTables>()
  const source = row.source === 'transfer' ? await transferSourceOf(db, row) : undefined
  const tellings = row.disposition === 'no-police-matter' ? await tellingsOf(db, row.bureau_code, row.id) : []
  return {
    transferFrom: source ? { organ: source.organ, ...(source.their_number && { number: source.their_number }) } : null,
    tellings: tellings.map(({ id, way, organ, is_disputed, told_at, by_name }) => ({
      id,
      way,
      organ,
      isDisputed: is_disputed,
      toldAt: told_at.toISOString(),
      byName: by_name,
    })),
  }
}
