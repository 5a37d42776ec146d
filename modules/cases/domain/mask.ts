/** 张某某: the surname stays, each further character is masked. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '某'.repeat(Math.min(rest.length, 2))
}

/** 199 **** 0417 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)} **** ${phone.slice(-4)}`

/** 0350-****10: the place stays, since it tells nobody's home. */
export const maskLandline = (landline: string): string => `${landline.slice(0, 4)}-****${landline.slice(-2)}`
