import * as z from 'zod/mini'
import { defineAction } from '#platform/server/action.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { officerOfPoliceNumber } from '../officer-repository.ts'
import { administratorsWhoCanReset } from '../officers-queries.ts'
import { deletePasskeys } from '../passkeys/passkey-repository.ts'
import { refusals } from '../refusals.ts'
import { deleteSecondFactor } from '../second-factor-repository.ts'
import type { AccountTables } from '../tables.ts'
import { voidPassword } from './renew-sign-in.ts'
import { grantsHeld } from './staff-repository.ts'

/**
 * For the last administrator, from the machine itself: takes the second factor away, voids the password, ends all sessions and
 * makes a code for a new password. While another administrator can do that on the pages, it is refused.
 */
export const recoverAdministrator = defineAction<AccountTables>()({
  name: 'accounts.recoverAdministrator',
  input: z.object({ policeNumber: z.string().check(z.regex(/^\d{6}$/)) }),
  allowedTo: (actor) => actor.kind === 'job',
  async run(doing, { policeNumber }) {
    const { tx, about } = doing
    const officer = await officerOfPoliceNumber(tx, policeNumber)
    if (!officer) throw refusals.notAnAdministrator()
    about(aboutOfficer(officer))
    if (!(await grantsHeld(tx, officer.id)).some(({ role }) => role === 'administrator')) throw refusals.notAnAdministrator()
    const others = await administratorsWhoCanReset(tx, officer)
    if (others.length > 0) throw refusals.othersCanReset(others.join('、'))
    await deleteSecondFactor(tx, officer)
    await deletePasskeys(tx, officer)
    return voidPassword(doing, tx, { officer, invitedBy: null })
  },
})
