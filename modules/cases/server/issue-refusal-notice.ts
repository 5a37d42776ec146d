import { v7 as uuid } from 'uuid'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import { insertPaper } from './paper-repository.ts'
import { noticeSeries, type Refused, refusalNoticeRow } from './refusal-notice-row.ts'
import type { CaseRow, CaseTables, PartyRow } from './tables.ts'

/** 不予立案通知书, to the complainant alone, with its reasons and its own remedies (程序规定 178、179). */
export async function issueRefusalNotice(doing: Doing, row: CaseRow, complainant: PartyRow, refused: Refused): Promise<void> {
  const { open, vault, now } = doing
  const tx = open.as<CaseTables>()
  const bureauCode = row.bureau_code
  const bureau = await unitByCode(open, bureauCode as UnitCode)
  const unit = await unitByCode(open, row.unit_code as UnitCode)
  const serial = await nextNumber(open, noticeSeries(row, now))
  const reporterName = vault.open(complainant.name_sealed, { bureauCode, table: 'cases.party', column: 'name', id: complainant.id })
  await insertPaper(tx, refusalNoticeRow(doing, row, refused, { id: uuid(), serial, reporterName, bureau, unit }))
}
