import { v7 as uuid } from 'uuid'
import type { BureauCode } from '#kernel/unit-code.ts'
import { sendToPhone, withdrawMessage } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import { reissueReceipt as endpoint } from '../contract.ts'
import { receiptIssued } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { insertPartyChange, insertReceipt, receiptsInForce, receiptsOf } from './paper-repository.ts'
import { openParty } from './party-cells.ts'
import type { QueryableFacts } from './papers/receipt-facts.ts'
import { partyMessage } from './party-message.ts'
import { counterTime, holdParty, partyChangeRow, worksAtCounter } from './party-step.ts'
import { newQueryCode } from './query-code.ts'
import { receiptReissuedMessage } from './receipt-message.ts'
import { codeColumns, publicPhoneHash, queryRoute } from './receipt-rows.ts'
import { refusals } from './refusals.ts'
import { openFacts } from './sealed-facts.ts'
import type { CaseRow, CaseTables, PartyRow, ReceiptRow } from './tables.ts'

/**
 * 补发: issues a lost receipt again. It is the same paper under its old number, marked as issued again, with a code of its own;
 * the lost one is void and its code opens nothing any more.
 */
export const reissueReceipt = defineAction<CaseTables>()({
  name: 'cases.reissueReceipt',
  input: endpoint.input,
  allowedTo: worksAtCounter,

  async run(doing, input) {
    const { tx } = doing
    const { row, party, repeated } = await holdParty(doing, input)
    if (repeated) return { receiptId: repeated.receipt_id ?? '' }
    const lost = receiptsInForce(await receiptsOf(tx, row.bureau_code, row.id)).find((receipt) => receipt.party_id === party.id)
    if (!lost) throw refusals.partyNotFound(party.id)
    const time = counterTime(doing, row, input)
    const receipt = reissuedRow(doing, row, { party, lost, time })
    await insertReceipt(tx, receipt)
    await insertPartyChange(
      tx,
      partyChangeRow(doing, row, time, {
        id: input.id,
        party_id: party.id,
        kind: 'receipt-reissued',
        reason: input.reason,
        identity_check: input.identityCheck,
        receipt_id: receipt.id,
        late_reason: input.lateReason ?? null,
      }),
    )
    doing.emit(receiptIssued.of(subjectOf(row.id), time.occurredAt, { caseId: row.id, receiptId: receipt.id }))
    await tell(doing, row, { party, lost, receipt })
    return { receiptId: receipt.id }
  },
})

interface Lost {
  readonly party: PartyRow
  readonly lost: ReceiptRow
}

function reissuedRow({ vault, now, addresses }: Doing, row: CaseRow, { party, lost, time }: Lost & { time: FactTime }): ReceiptRow {
  const id = uuid()
  const facts = openFacts(vault, lost.paper_sealed, {
    bureauCode: row.bureau_code,
    table: 'cases.receipt',
    column: 'paper',
    id: lost.id,
  }) as QueryableFacts
  const number = lost.reissue_number + 1
  const { name, phone } = openParty(vault, party)
  const { isIdentitySecret: _, ...printed } = facts
  const again: QueryableFacts = {
    ...printed,
    reporterName: name,
    ...(party.is_identity_secret && { isIdentitySecret: true }),
    reissue: { number, reissuedAt: time.occurredAt },
    query: queryRoute(addresses, row.number, { queryCode: newQueryCode(), isCodeOnly: phone === null }),
  }
  return {
    bureau_code: row.bureau_code,
    id,
    case_id: row.id,
    party_id: party.id,
    form: lost.form,
    ...codeColumns(vault, row, id, again),
    public_phone_hash: publicPhoneHash(vault, phone),
    replaces_id: lost.id,
    reissue_number: number,
    issued_at: time.occurredAt,
    recorded_at: now,
  }
}

/** The message that still waits with the lost code goes nowhere; the phone is told that the receipt was replaced. */
async function tell(doing: Doing, row: CaseRow, { party, lost, receipt }: Lost & { receipt: ReceiptRow }): Promise<void> {
  await withdrawMessage(doing, row.bureau_code as BureauCode, `receipt:${lost.id}`)
  const message = await partyMessage(doing, row, openParty(doing.vault, party).phone)
  if (message) await sendToPhone(doing, { ...message, reference: `reissue:${receipt.id}`, template: receiptReissuedMessage })
}
