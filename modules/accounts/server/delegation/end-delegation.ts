import { defineAction } from '#platform/server/action.ts'
import { endDelegation as endpoint } from '../../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { closeDelegation } from './delegation-repository.ts'
import { delegationCards } from './my-delegations.ts'

/** Ends a delegation before its time: who gave it takes it back, who holds it gives it back. */
export const endDelegation = defineAction<AccountTables>()({
  name: 'accounts.endDelegation',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { delegationId }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    if (!(await closeDelegation(tx, officer, { id: delegationId, now }))) throw refusals.delegationNotFound()
    return delegationCards(tx, officer, now)
  },
})
