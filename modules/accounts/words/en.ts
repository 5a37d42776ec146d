import type { zh } from './zh.ts'

type Facts = Readonly<Record<string, unknown>>

const wait = (facts: Facts): string => {
  const seconds = Number(facts['waitSeconds'])
  return seconds < 120 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes (${seconds} seconds)`
}

export const en: typeof zh = {
  refusals: {
    policeNumber: 'A police number has 6 digits.',
    reconsiderationOrgan: 'Give the full Chinese name, such as 汾川县人民政府.',
    court: 'Give the full Chinese name, such as 汾川县人民法院.',
    'accounts.wrongSignIn': (facts) =>
      Number(facts['waitSeconds']) > 0
        ? `Police number or password is wrong. Wait ${wait(facts)} before the next try.`
        : 'Police number or password is wrong.',
    'accounts.waitBeforeNextTry': (facts) => `Too many tries. Wait ${wait(facts)} before the next one.`,
    'accounts.wrongOldPassword': 'The old password is wrong.',
    'accounts.passwordTooShort': (facts) => `The new password needs at least ${String(facts['shortest'])} characters.`,
    'accounts.passwordHoldsPoliceNumber': 'The new password must not contain the police number.',
    'accounts.passwordUnchanged': 'The new password is the old one. Choose another.',
    'accounts.sessionNotFound': 'This session is already over.',
    'accounts.unitNotFound': 'There is no such unit, or it lies outside what you may see.',
    'accounts.viewNotFound': 'This view was removed.',
    'accounts.tooManyViews': (facts: Facts) => `A list keeps ${String(facts['limit'])} views at most; remove one that is not used.`,
    'accounts.officerNotFound': 'There is no such officer, or not among those you administer.',
  },
}
