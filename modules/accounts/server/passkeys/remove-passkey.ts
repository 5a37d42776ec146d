import { defineAction } from '#platform/server/action.ts'
import { removePasskey as endpoint } from '../../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from '../allow-signed-in.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { passkeyCards } from './my-passkeys.ts'
import { deletePasskeys } from './passkey-repository.ts'

/** Forgets one of the own passkeys, such as that of a lost phone; another person's is not found. */
export const removePasskey = defineAction<AccountTables>()({
  name: 'accounts.removePasskey',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, addresses, about }, { passkeyId }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    if ((await deletePasskeys(tx, officer, passkeyId)) === 0) throw refusals.passkeyNotFound()
    return passkeyCards(tx, officer, addresses)
  },
})
