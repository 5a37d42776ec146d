import { defineAction } from '#platform/server/action.ts'
import { removeSecondFactor as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { demandsSecondFactor, secondFactorCard } from './my-second-factor.ts'
import { demandRecentProof } from './recent-proof.ts'
import { refusals } from './refusals.ts'
import { deleteSecondFactor } from './second-factor-repository.ts'
import type { AccountTables } from './tables.ts'

/** Switches the own second factor off, unless a role demands it. */
export const removeSecondFactor = defineAction<AccountTables>()({
  name: 'accounts.removeSecondFactor',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, isDemo, about }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    if (demandsSecondFactor({ actor, isDemo })) throw refusals.secondFactorDemanded()
    if (!(await deleteSecondFactor(tx, officer))) throw refusals.noSecondFactor()
    return secondFactorCard(tx, { actor, vault, isDemo })
  },
})
