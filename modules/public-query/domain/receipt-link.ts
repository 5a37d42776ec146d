import { type CaseNumber, readCaseNumber } from './case-number.ts'

/** What the QR of a receipt holds after `#`: a fragment never reaches a server, a log or a referrer. */
export interface ReceiptLink {
  readonly number: CaseNumber
  readonly code: string
}

/** Reads `v1.<number>.<16 digits>`; null for anything else. */
export function readReceiptLink(fragment: string): ReceiptLink | null {
  const [version, number = '', code = '', ...rest] = fragment.split('.')
  const read = readCaseNumber(number)
  return version === 'v1' && read !== null && /^\d{16}$/.test(code) && rest.length === 0 ? { number: read, code } : null
}
