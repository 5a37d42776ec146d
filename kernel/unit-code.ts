/** Twelve digits: six of the administrative division, six of the unit inside it (GA/T 380 practice). */
export type UnitCode = string & { readonly unitCode: unique symbol }
/** The unit code of a bureau: county, city or province. It is the distribution key of every large table. */
export type BureauCode = UnitCode & { readonly bureauCode: unique symbol }

const pattern = /^\d{12}$/

export const isUnitCode = (text: string): text is UnitCode => pattern.test(text)

export const unitCode = (text: string): UnitCode => {
  if (!isUnitCode(text)) throw new TypeError(`a unit code has twelve digits, not ${JSON.stringify(text)}`)
  return text
}

export const bureauCode = (text: string): BureauCode => unitCode(text) as BureauCode
