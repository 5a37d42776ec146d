import type { Cell, Vault } from '#platform/server/vault.ts'
import type { PartyRow } from './tables.ts'

export type PartyColumn = 'name' | 'phone' | 'landline'

export const partyCell = (bureauCode: string, id: string, column: PartyColumn): Cell => ({
  bureauCode,
  table: 'cases.party',
  column,
  id,
})

/** Who a party is, in full: only for what is entitled to it. */
export function openParty(vault: Vault, party: PartyRow): { name: string; phone: string | null; landline: string | null } {
  const opened = (column: PartyColumn, sealed: Buffer | null) =>
    sealed === null ? null : vault.open(sealed, partyCell(party.bureau_code, party.id, column))
  return {
    name: vault.open(party.name_sealed, partyCell(party.bureau_code, party.id, 'name')),
    phone: opened('phone', party.phone_sealed),
    landline: opened('landline', party.landline_sealed),
  }
}
