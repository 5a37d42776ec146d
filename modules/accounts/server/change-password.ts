import { defineAction } from '#platform/server/action.ts'
import { changePassword as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionOf } from './identify-officer.ts'
import { passwordVerifierOf, savePassword } from './officer-repository.ts'
import { hashPassword, isPassword } from './password.ts'
import { passwordRefusal } from './password-refusal.ts'
import { refusals } from './refusals.ts'
import { revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Changes the own password and ends every other session, since one of them may be a stranger's. */
export const changePassword = defineAction<AccountTables>()({
  name: 'accounts.changePassword',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { oldPassword, newPassword }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    if (!(await isPassword(oldPassword, await passwordVerifierOf(tx, officer.id)))) throw refusals.wrongOldPassword().at('oldPassword')
    const fault = passwordRefusal(newPassword, { policeNumber: officer.policeNumber, old: oldPassword })
    if (fault) throw fault.at('newPassword')
    await savePassword(tx, officer.id, { passwordVerifier: await hashPassword(newPassword), now })
    return { endedSessions: await revokeSessions(tx, officer, { now, except: sessionOf(actor) }) }
  },
})
