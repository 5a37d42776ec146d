import { randomInt } from 'node:crypto'
import type { Vault } from '#platform/server/vault.ts'

const howMany = 10
const length = 10
// why: without 0, O, 1, I and L, which look alike on paper; ten of them are 49 bits.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** As printed: two groups of five. */
const newCode = (): string => {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`
}

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: howMany }, newCode)

const plain = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** What is kept of a code, however it is typed: letters small or large, with or without the dash. */
export const recoveryHash = (vault: Vault, officerId: string, typed: string): Buffer =>
  vault.hash('code', `recovery:${officerId}:${plain(typed)}`)

export const looksLikeRecoveryCode = (typed: string): boolean => plain(typed).length === length
