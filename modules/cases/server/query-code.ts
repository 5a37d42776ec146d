import { randomInt } from 'node:crypto'

/** The sixteen digits of a receipt, without a pattern: 53 bits that nobody guesses through the limits of the query. */
export const newQueryCode = (): string => Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join('')

/** What the QR holds after `#`, so that it never reaches a server's log: version, number, code. */
export const qrFragment = (caseNumber: string, queryCode: string): string => `v1.${caseNumber}.${queryCode}`
