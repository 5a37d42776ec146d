import * as z from 'zod/mini'
import { defineAction } from '#platform/server/action.ts'
import { passwordRefusal } from '../password-refusal.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { savePassword } from '../officer-repository.ts'
import { hashPassword } from '../password.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { invitationHash } from './invitation-code.ts'
import { openInvitation, personOf, takeInvitation } from './invitation-repository.ts'
import { changeGrants, saveAccount } from './staff-repository.ts'

/** Uses a code up and makes the account, or sets the new password of the one it renews: both or neither. Its actor is who joins. */
export const acceptInvitation = defineAction<AccountTables>()({
  name: 'accounts.acceptInvitation',
  input: z.object({ code: z.string(), password: z.string() }),
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }, { code, password }) {
    const { id, policeNumber, bureauCode, unitCode } = signedIn(actor)
    about(aboutOfficer({ id, bureauCode, unitCode }))
    const fault = passwordRefusal(password, { policeNumber, old: '' })
    if (fault) throw fault.at('password')
    const invitation = await openInvitation(tx, { codeHash: invitationHash(vault, code), policeNumber, now })
    if (!invitation || !(await takeInvitation(tx, invitation, { officerId: id, now }))) throw refusals.invitationNotValid(0)
    const passwordVerifier = await hashPassword(password)
    if (invitation.purpose === 'renew') await savePassword(tx, id, { passwordVerifier, now })
    else {
      const person = personOf(vault, invitation)
      const account = { id, bureauCode, policeNumber, unitCode, passwordVerifier, invitationId: invitation.id }
      if (!person || !(await saveAccount(tx, { ...account, ...person }))) throw refusals.invitationNotValid(0)
      await changeGrants(tx, { bureauCode, officerId: id, given: invitation.grants, taken: [], byId: invitation.invitedBy, now })
    }
    return { policeNumber, purpose: invitation.purpose }
  },
})
