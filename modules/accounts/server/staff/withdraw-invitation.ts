import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { withdrawInvitation as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { withdrawOpen } from './invitation-repository.ts'

/** Makes an open code useless. */
export const withdrawInvitation = defineAction<AccountTables>()({
  name: 'accounts.withdrawInvitation',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { invitationId }) {
    const withdrawn = await withdrawOpen(tx, actor, { id: invitationId, now })
    if (!withdrawn) throw refusals.invitationNotFound()
    about({ subject: `invitation:${invitationId}`, bureauCode: withdrawn.bureau_code, unitCode: withdrawn.unit_code })
    return {}
  },
})
