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
    'accounts.passkeysNotOffered': 'There are no passkeys here: they need a domain name and HTTPS.',
    'accounts.passkeyNotRight': 'The passkey was not accepted. Try again, or use your password.',
    'accounts.passkeyNotFound': 'There is no such passkey.',
    'accounts.tooManyPasskeys': (facts) => `At most ${String(facts['most'])} passkeys; remove one first.`,
    'accounts.wrongOldPassword': 'The old password is wrong.',
    'accounts.passwordTooShort': (facts) => `The new password needs at least ${String(facts['shortest'])} characters.`,
    'accounts.passwordHoldsPoliceNumber': 'The new password must not contain the police number.',
    'accounts.passwordUnchanged': 'The new password is the old one. Choose another.',
    officePhone: 'A phone has 5 to 20 digits, with spaces or dashes.',
    unitCode: 'A unit code has 12 digits.',
    'accounts.invitationNotValid': (facts) =>
      Number(facts['waitSeconds']) > 0
        ? `Police number and code do not belong together, or the code was used, has expired or was withdrawn. Wait ${wait(facts)} before the next try.`
        : 'Police number and code do not belong together, or the code was used, has expired or was withdrawn. Check both, or ask the administrator for another.',
    'accounts.invitationNotFound': 'There is no such open invitation, or not among those you administer.',
    'accounts.policeNumberTaken': 'This police number has an account already.',
    'accounts.unitNotYours': 'There is no such unit, or you do not administer it.',
    'accounts.notOnOneself': 'Nobody does this to the own account: ask another administrator.',
    'accounts.alreadyInactive': 'The account is closed already.',
    'accounts.alreadyActive': 'The account is open already.',
    'accounts.unitCodeNotInBureau': 'A unit code has 12 digits, and is neither that of the bureau itself nor of another one.',
    'accounts.unitInCircle': 'A unit cannot stand below itself.',
    'accounts.csvNotReadable': 'This is not a CSV file that can be read. Save it as CSV from your spreadsheet.',
    'accounts.bureauThere': 'The bureau of this code is set up already.',
    'accounts.unitFileFaulty': 'The file of units has faults; nothing was written.',
    'accounts.othersCanReset': (facts) =>
      `Administrators who can reset it on their pages: ${String(facts['policeNumbers'])}. This command is for the last one only.`,
    'accounts.notAnAdministrator': 'There is no administrator of this police number.',
    'accounts.roleNotYours': 'You do not hold this role, or hold it for somebody else.',
    'accounts.noSuchColleague': 'There is no such active officer in your bureau.',
    'accounts.delegationEndsTooSoon': 'It must end after it begins, and after now.',
    'accounts.delegationTooLong': (facts) => `At most ${String(facts['days'])} days at a time.`,
    'accounts.delegationNotFound': 'There is no such delegation, or it is over.',
    'accounts.sessionNotFound': 'This session is already over.',
    'accounts.unitNotFound': 'There is no such unit, or it lies outside what you may see.',
    'accounts.viewNotFound': 'This view was removed.',
    'accounts.tooManyViews': (facts: Facts) => `A list keeps ${String(facts['limit'])} views at most; remove one that is not used.`,
    'accounts.officerNotFound': 'There is no such officer, or not among those you administer.',
  },
}
