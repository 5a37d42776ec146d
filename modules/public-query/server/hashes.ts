import type { BureauCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import { addressKey } from '../domain/address-key.ts'
import { countedKinds } from '../domain/query-limits.ts'

/** The same keyed hashes that `cases` puts on a receipt. */
export const phoneHash = (vault: Vault, phone: string): Buffer => vault.hash('public-phone', phone)
export const receiptCodeHash = (vault: Vault, digits: string): Buffer => vault.hash('public-code', digits)

/** A code is good for its own receipt and for the phone it was sent to only; so it dies when the party gets another phone. */
export const codeHash = (vault: Vault, receiptId: string, phone: string | null, digits: string): Buffer =>
  vault.hash('code', `${receiptId}:${phone ?? ''}:${digits}`)

export const tokenHash = (vault: Vault, token: string): Buffer => vault.hash('session', `public-query:${token}`)
export const addressHash = (vault: Vault, address: string): Buffer => vault.hash('address', addressKey(address))

interface Typed {
  readonly bureauCode: BureauCode
  readonly number: string
  /** Null: nothing was typed. */
  readonly phone: string | null
  readonly address: string
}

/**
 * What one try is counted against, whether such a case exists or not. Who types no phone is told apart by number and address: by the
 * number alone, whoever can guess numbers could use up the day of every party without a phone; by the empty phone, they all would share one.
 */
export function tryKeys(vault: Vault, { bureauCode, number, phone, address }: Typed, now: Date) {
  const caller = phone ?? `none:${addressKey(address)}`
  const hashOf = {
    address: addressHash(vault, address),
    number: vault.hash('code', `number:${number}`),
    party: vault.hash('public-phone', `${number}:${caller}`),
    phone: phoneHash(vault, phone ?? `${caller}:${number}`),
  }
  return { bureauCode, now, kinds: countedKinds, hashes: countedKinds.map((kind) => hashOf[kind]) }
}
