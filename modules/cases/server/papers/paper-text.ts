/** `A141199 550100 202611 0037`: in groups that can be read aloud. Anything else is left as it is. */
export const groupedCaseNumber = (number: string): string => number.replace(/^([A-Z]\d{6})(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3 $4')

/** `7304 1182 6655 0917` */
export const groupedByFour = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** `199 0000 0417`; a landline is left as it was written. */
export const groupedPhone = (phone: string): string => phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
