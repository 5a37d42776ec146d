import { withoutSpaces } from './case-number.ts'

/** A mobile number of the mainland: 11 digits without spaces. */
export type PhoneNumber = string & { readonly phoneNumber: unique symbol }

const pattern = /^1\d{10}$/

/** The phone as typed by hand, with or without +86, or null if it is none. */
export function readPhoneNumber(typed: string): PhoneNumber | null {
  const phone = withoutSpaces(typed).replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return pattern.test(phone) ? (phone as PhoneNumber) : null
}

/** `199 0000 0417` */
export const spacedPhone = (phone: string): string => [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].join(' ')
