import { defineAction } from '#platform/server/action.ts'
import { renewRecoveryCodes as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { demandRecentProof } from './recent-proof.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { refusals } from './refusals.ts'
import { saveRecoveryCodes, secondFactorOf } from './second-factor-repository.ts'
import type { AccountTables } from './tables.ts'

/** Ten new codes in the place of those that were printed before. */
export const renewRecoveryCodes = defineAction<AccountTables>()({
  name: 'accounts.renewRecoveryCodes',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    if (!(await secondFactorOf(tx, vault, officer))?.secret) throw refusals.noSecondFactor()
    const recoveryCodes = newRecoveryCodes()
    const hashes = recoveryCodes.map((one) => recoveryHash(vault, officer.id, one))
    await saveRecoveryCodes(tx, officer, hashes, now)
    return { recoveryCodes: [...recoveryCodes] }
  },
})
