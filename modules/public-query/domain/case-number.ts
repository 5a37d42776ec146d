import { bureauCode, type BureauCode } from '#kernel/unit-code.ts'

/** 案件编号: `A` + 12-digit unit + yyyyMM + 4-digit serial, 23 characters. */
export type CaseNumber = string & { readonly caseNumber: unique symbol }

const pattern = /^A\d{12}(19|20)\d{2}(0[1-9]|1[0-2])\d{4}$/

/** Full-width digits and letters become plain ones, spaces and hyphens go: people copy from paper as it looks. */
export const withoutSpaces = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\u2010-\u2015-]/g, '')

/** The number as typed by hand, or null if it is none. */
export function readCaseNumber(typed: string): CaseNumber | null {
  const number = withoutSpaces(typed).toUpperCase()
  return pattern.test(number) ? (number as CaseNumber) : null
}

/** The county bureau stands in the number: six digits of the division. */
export const bureauOf = (number: CaseNumber): BureauCode => bureauCode(`${number.slice(1, 7)}000000`)

/** `A141199 550100 202611 0037`, as it is printed and read aloud. */
export const spacedNumber = (number: string): string =>
  [number.slice(0, 7), number.slice(7, 13), number.slice(13, 19), number.slice(19)].join(' ')
