import { withoutSpaces } from './case-number.ts'

/** The two things that prove a party: the six digits just sent, or the sixteen printed on the receipt. */
export type ProofCode = { readonly way: 'sms' | 'receipt'; readonly digits: string }

export const smsDigits = 6

/** The sixteen digits of a receipt: who types these need not have a phone. */
export const isReceiptCode = (typed: string): boolean => /^\d{16}$/.test(withoutSpaces(typed))

/**
 * What was typed as a code. Anything but six digits is tried as a receipt's code: whatever is wrong with it, it goes the same way
 * and gets the same answer, so that the answer tells nothing.
 */
export function readProofCode(typed: string): ProofCode {
  const digits = withoutSpaces(typed)
  return { way: /^\d{6}$/.test(digits) ? 'sms' : 'receipt', digits }
}
