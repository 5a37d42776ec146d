import type { UnitCode } from '#kernel/unit-code.ts'
import { officerById, unitByCode } from '#modules/accounts/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import { insertParty, insertReceipt } from './paper-repository.ts'
import { newQueryCode } from './query-code.ts'
import { type AskedReceipt, formOf, receiptPaper, receiptRows, receiptSeries } from './receipt-rows.ts'
import type { CaseRow, CaseTables, ReceiptRow } from './tables.ts'

export interface Issued {
  readonly id: string
  readonly form: ReceiptRow['form']
}

/** Makes the party, its receipt with a code of its own, and the message about it. */
export async function issueReceipt(doing: Doing, row: CaseRow, asked: AskedReceipt): Promise<Issued> {
  const { open } = doing
  const tx = open.as<CaseTables>()
  const [unit, bureau, holder] = await Promise.all([
    unitByCode(open, row.unit_code as UnitCode),
    unitByCode(open, row.bureau_code as UnitCode),
    officerById(open, row.holder_id),
  ])
  const serial = await nextNumber(open, receiptSeries(row, asked.later?.addedAt))
  const facts = receiptPaper(doing, row, asked, { unit, bureau, holder, queryCode: newQueryCode(), serial })
  const { party, receipt, event, message } = receiptRows(doing, row, asked, facts)
  await insertParty(tx, party)
  await insertReceipt(tx, receipt)
  doing.emit(event)
  if (message) await sendToPhone(doing, message)
  return { id: asked.receiptId, form: formOf[row.kind] }
}
