import type { Cell, Vault } from '#platform/server/vault.ts'
import type { ReceiptFacts } from './papers/receipt-facts.ts'

const instants = new Set(['reportedAt', 'issuedAt', 'filedAt', 'decidedAt', 'reachedAt', 'reissuedAt'])

/** The facts of a paper as they are kept: sealed, since they alone still hold the code. */
export const sealFacts = (vault: Vault, facts: ReceiptFacts, cell: Cell): Buffer => vault.seal(JSON.stringify(facts), cell)

export const openFacts = (vault: Vault, sealed: Buffer, cell: Cell): ReceiptFacts =>
  JSON.parse(vault.open(sealed, cell), (key, value: unknown) => (instants.has(key) ? new Date(String(value)) : value)) as ReceiptFacts
