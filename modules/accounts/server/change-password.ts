import { defineAction } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import { expose, type Route } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { changePassword as endpoint } from '../contract.ts'
import { passwordFault, shortestPassword } from '../domain/password-rule.ts'
import { accountDelays } from '../domain/sign-in-delay.ts'
import { accountKey } from './admit.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionOf } from './identify-officer.ts'
import { passwordVerifierOf, savePassword } from './officer-repository.ts'
import { hashPassword, isPassword } from './password.ts'
import { refusals } from './refusals.ts'
import { revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'
import { countFailure, forgetFailures } from './throttle-repository.ts'

const faults = {
  'too-short': () => refusals.passwordTooShort(shortestPassword),
  'holds-police-number': () => refusals.passwordHoldsPoliceNumber(),
  unchanged: () => refusals.passwordUnchanged(),
}

/** Changes the own password and ends every other session, since one of them may be a stranger's. */
export const changePassword = defineAction<AccountTables>()({
  name: 'accounts.changePassword',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { oldPassword, newPassword }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    if (!(await isPassword(oldPassword, await passwordVerifierOf(tx, officer.id)))) throw refusals.wrongOldPassword().at('oldPassword')
    const fault = passwordFault(newPassword, { policeNumber: officer.policeNumber, old: oldPassword })
    if (fault) throw faults[fault]().at('newPassword')
    await savePassword(tx, officer.id, { passwordVerifier: await hashPassword(newPassword), now })
    return { endedSessions: await revokeSessions(tx, officer, { now, except: sessionOf(actor) }) }
  },
})

async function withDelay<Answer>(platform: Platform, policeNumber: string, change: () => Promise<Answer>): Promise<Answer> {
  const open = openAs(platform.db)
  const db = open.as<AccountTables>()
  const keyHash = accountKey(platform.vault, policeNumber)
  const tried = await countFailure(db, { keyHash, delays: accountDelays, now: await platform.clock.now(open) })
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const answer = await change()
  await forgetFailures(db, keyHash)
  return answer
}

const exposed = expose(endpoint, changePassword)

/** Guesses at the old password are delayed like guesses at the log-in: whoever finds an open session must not learn it. */
export const changePasswordRoute: Route = {
  ...exposed,
  carryOut: (platform, actor, input) => withDelay(platform, signedIn(actor).policeNumber, () => exposed.carryOut(platform, actor, input)),
}
