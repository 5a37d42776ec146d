import { v7 as uuid } from 'uuid'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import { insertPaper } from './paper-repository.ts'
import { openParty } from './party-cells.ts'
import { noticeSeries, type Refused, refusalNoticeRow } from './refusal-notice-row.ts'
import type { CaseRow, CaseTables, PartyRow } from './tables.ts'

/** 不予立案通知书, to a complainant alone, with its reasons and its own remedies (程序规定 178、179). Gives its id. */
export async function issueRefusalNotice(doing: Doing, row: CaseRow, complainant: PartyRow, refused: Refused): Promise<string> {
  const { open, vault, now } = doing
  const bureau = await unitByCode(open, row.bureau_code as UnitCode)
  const unit = await unitByCode(open, row.unit_code as UnitCode)
  const serial = await nextNumber(open, noticeSeries(row, now))
  const { name } = openParty(vault, complainant)
  const id = uuid()
  const addressee = { partyId: complainant.id, reporterName: name, isIdentitySecret: complainant.is_identity_secret }
  await insertPaper(open.as<CaseTables>(), refusalNoticeRow(doing, row, refused, { id, serial, ...addressee, bureau, unit }))
  return id
}
