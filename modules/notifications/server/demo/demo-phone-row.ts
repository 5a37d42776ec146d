import type { BureauCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { DemoPhoneTable } from '../tables.ts'

interface Arrival {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly phone: string
  readonly text: string
  readonly arrivedAt: Date
}

export const demoPhoneCell = (row: { bureau_code: string; id: string }, column: 'phone_sealed' | 'text_sealed') => ({
  bureauCode: row.bureau_code,
  table: 'notifications.demo_phone',
  column,
  id: row.id,
})

/** What a simulated phone holds of one message: the full text, as a real phone would. */
export function demoPhoneRow({ id, bureauCode, phone, text, arrivedAt }: Arrival, vault: Vault): DemoPhoneTable {
  const row = { bureau_code: bureauCode, id }
  return {
    ...row,
    phone_hash: vault.hash('phone', phone),
    phone_sealed: vault.seal(phone, demoPhoneCell(row, 'phone_sealed')),
    text_sealed: vault.seal(text, demoPhoneCell(row, 'text_sealed')),
    arrived_at: arrivedAt,
  }
}
