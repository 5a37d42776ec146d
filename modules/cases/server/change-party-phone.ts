import type { BureauCode } from '#kernel/unit-code.ts'
import { sendToPhone, withdrawMessage } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { changePartyPhone as endpoint } from '../contract.ts'
import { partyChanged } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { insertPartyChange, receiptsOf, updateParty } from './paper-repository.ts'
import { openParty, partyCell } from './party-cells.ts'
import { partyMessage } from './party-message.ts'
import { counterTime, holdParty, partyChangeRow, worksAtCounter } from './party-step.ts'
import { phoneRegisteredMessage } from './receipt-message.ts'
import { publicPhoneHash } from './receipt-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables, PartyRow } from './tables.ts'

/** Changes the mobile of a party at the counter, or takes it away; both numbers stay in the trace, sealed. */
export const changePartyPhone = defineAction<CaseTables>()({
  name: 'cases.changePartyPhone',
  input: endpoint.input,
  allowedTo: worksAtCounter,

  async run(doing, input) {
    const { tx, vault } = doing
    const { row, party, repeated } = await holdParty(doing, input)
    if (repeated) return { partyId: party.id }
    const old = openParty(vault, party)
    const { phone, landline } = input
    if (phone === old.phone && (landline === undefined || landline === old.landline)) throw refusals.samePhone().at('phone')
    const time = counterTime(doing, row, input)
    const cell = (column: 'phone' | 'landline') => partyCell(row.bureau_code, party.id, column)
    await updateParty(tx, party, {
      phone_sealed: phone === null ? null : vault.seal(phone, cell('phone')),
      phone_hash: phone === null ? null : vault.hash('phone', phone),
      public_phone_hash: publicPhoneHash(vault, phone),
      ...(landline !== undefined && { landline_sealed: vault.seal(landline, cell('landline')) }),
    })
    const kept = (column: string, number: string | null) =>
      number === null ? null : vault.seal(number, { bureauCode: row.bureau_code, table: 'cases.party_change', column, id: input.id })
    await insertPartyChange(
      tx,
      partyChangeRow(doing, row, time, {
        id: input.id,
        party_id: party.id,
        kind: 'phone-changed',
        reason: input.reason,
        identity_check: input.identityCheck,
        old_phone_sealed: kept('old_phone', old.phone),
        new_phone_sealed: kept('new_phone', phone),
        late_reason: input.lateReason ?? null,
      }),
    )
    if (phone !== old.phone) await announce(doing, row, party, { phone, changeId: input.id })
    return { partyId: party.id }
  },
})

/** From now on the old number gets nothing, and the new one is told once. */
async function announce(
  doing: Doing,
  row: CaseRow,
  party: PartyRow,
  { phone, changeId }: { phone: string | null; changeId: string },
): Promise<void> {
  const bureauCode = row.bureau_code as BureauCode
  const receipts = await receiptsOf(doing.open.as<CaseTables>(), bureauCode, row.id)
  for (const receipt of receipts) if (receipt.party_id === party.id) await withdrawMessage(doing, bureauCode, `receipt:${receipt.id}`)
  doing.emit(partyChanged.of(subjectOf(row.id), doing.now, { caseId: row.id, partyId: party.id }))
  const message = await partyMessage(doing, row, phone)
  if (message)
    await sendToPhone(doing, {
      ...message,
      reference: `party-phone:${changeId}`,
      template: phoneRegisteredMessage,
      parameters: { ...message.parameters, link: `${doing.addresses.publicUrl}/q` },
    })
}
