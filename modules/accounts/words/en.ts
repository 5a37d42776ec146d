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
    sixDigits: 'A code has 6 digits.',
    'accounts.codeNeeded': 'The password is right. Type the 6 digits of your authenticator.',
    'accounts.wrongCode': 'The code is wrong or was used already. Wait for the next one.',
    'accounts.codeDoesNotFit': 'The code does not fit. Check the clock of your phone and type what it shows now.',
    'accounts.wrongProof': 'That is not right. A code that was used counts no more: wait for the next one.',
    'accounts.secondFactorDemanded': 'Your role demands a second factor. For a new phone choose “Another phone”.',
    'accounts.noSecondFactor': 'There is no second factor yet.',
    'accounts.notYourOwn':
      'Your own second factor is reset by another administrator; if there is none, by npm run admin -- recover on the machine itself.',
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
