import type { zh } from './zh.ts'

export const en: typeof zh = {
  fields: {
    required: 'Fill this in.',
    phone: 'A mobile number has 11 digits and begins with 1.',
    callerPhone: 'A mobile number has 11 digits and begins with 1; a landline begins with its area code, 0….',
    landline: 'Landline with its area code, such as 0350-5550110.',
    too_small: 'Too short.',
    too_big: 'Too long.',
    invalid_type: 'Not in the right form.',
    invalid_value: 'Choose one of the options listed.',
    invalid_format: 'Not in the right form.',
    datetime: 'Write the time as 2026-11-24 10:30.',
    other: 'Check this field.',
  },
  refusals: {
    'house.notSignedIn': 'Sign in first.',
    'house.notAllowed': 'You do not have this right; ask the administrator of your unit. This attempt was recorded.',
    'house.proofNeeded': 'Before this act, prove once more that it is you.',
    'house.notFound': 'Not found: the number may be wrong, or it lies outside what you may see.',
    'house.invalidInput': 'Some fields need checking.',
    'house.sameIdOtherContent': 'Somebody else has sent this record already. Reload to see it.',
    'house.tooLarge': 'The content is too large.',
    'house.notJson': 'The request is not valid JSON.',
    'house.crossSite': 'The request came from another site and was refused. Work from the pages of this system.',
    'house.futureTime': (facts) => `It cannot be later than now, ${minute(facts['latest'])}. Check the time.`,
    'house.beforeEarlierFact': (facts) => `Earlier than the step before, ${minute(facts['earliest'])}. Check the time.`,
    'house.lateWithoutReason': (facts) => `This entry is ${String(facts['minutes'])} minutes late: give the reason.`,
  },
  fault: 'The system failed and nothing was saved. Try again; if it goes on, tell the administrator the request number.',
  unknownRefusal: 'This could not be done.',
}

const minute = (iso: unknown): string => String(iso).slice(5, 16).replace('T', ' ')
