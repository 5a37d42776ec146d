import { randomInt } from 'node:crypto'
import type { Vault } from '#platform/server/vault.ts'

const groups = 3
const groupLength = 4
// why: as for recovery codes, letters that look alike on paper are left out; twelve of these are 59 bits.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** As handed over: three groups of four. */
export const newInvitationCode = (): string =>
  Array.from({ length: groups }, () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')

/** What is kept of a code, however it is typed. */
export const invitationHash = (vault: Vault, typed: string): Buffer =>
  vault.hash('code', `invitation:${typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
