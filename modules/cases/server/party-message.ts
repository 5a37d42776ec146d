import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { isSilent } from '../domain/disclosure.ts'
import { subjectOf } from './case-clocks.ts'
import type { CaseRow } from './tables.ts'

/** What every message to a party shares; null where none may go out by itself, or there is no phone. */
export async function partyMessage({ open }: Pick<Doing, 'open'>, row: CaseRow, phone: string | null) {
  if (phone === null || isSilent(row.sensitivity, row.secrecy)) return null
  const unit = await unitByCode(open, row.unit_code as UnitCode)
  return {
    parameters: { unitName: unit?.nameZh ?? row.unit_code, number: row.number },
    phone,
    subject: subjectOf(row.id),
    bureauCode: row.bureau_code as BureauCode,
    unitCode: row.unit_code as UnitCode,
  }
}
