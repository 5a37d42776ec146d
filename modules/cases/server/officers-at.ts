import type { OfficersState } from '../domain/change.ts'
import type { CaseRow } from './tables.ts'

/** The two investigators of a case today. */
export const officersAt = (row: CaseRow): OfficersState => ({
  holder: { id: row.holder_id, name: row.holder_name },
  second: row.second_id && row.second_name ? { id: row.second_id, name: row.second_name } : null,
})
