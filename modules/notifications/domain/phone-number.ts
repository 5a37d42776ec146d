/** A mobile number as gateways take it: 11 digits without spaces. */
export type PhoneNumber = string & { readonly phoneNumber: unique symbol }

const pattern = /^1\d{10}$/

/** People write `199 0000 0417` and `199-0000-0417`. Nothing, if it is no mobile number. */
export const readPhoneNumber = (text: string): PhoneNumber | undefined => {
  const digits = text.replaceAll(/[\s-]/g, '')
  return pattern.test(digits) ? (digits as PhoneNumber) : undefined
}
