import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { About } from '#platform/server/context.ts'
import { subjectOf } from './case-clocks.ts'
import type { CaseRow } from './tables.ts'

/** What the trail says of an act on this case. */
export const aboutCase = (row: Pick<CaseRow, 'id' | 'bureau_code' | 'unit_code' | 'secrecy'>): About => ({
  subject: subjectOf(row.id),
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.unit_code as UnitCode,
  isSecret: row.secrecy === 'secret',
})
