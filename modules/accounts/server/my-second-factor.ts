import type { Actor } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { Vault } from '#platform/server/vault.ts'
import { mySecondFactor as endpoint, type SecondFactorCard } from '../contract.ts'
import { needsSecondFactor } from '../domain/second-factor.ts'
import { allowSignedIn, signedIn } from './allow-signed-in.ts'
import { withheldRoles } from './identify-officer.ts'
import { countRecoveryCodes, type Db, secondFactorOf } from './second-factor-repository.ts'
import type { AccountTables } from './tables.ts'

interface Asking {
  readonly actor: Actor
  readonly vault: Vault
  readonly isDemo: boolean
}

/** Whether the roles of an officer, counting or withheld, demand a second factor here. */
export const demandsSecondFactor = ({ actor, isDemo }: Pick<Asking, 'actor' | 'isDemo'>): boolean =>
  !isDemo && needsSecondFactor([...signedIn(actor).grants, ...withheldRoles(actor).map((role) => ({ role }))])

export async function secondFactorCard(db: Db, { actor, vault, isDemo }: Asking): Promise<SecondFactorCard> {
  const officer = signedIn(actor)
  const factor = await secondFactorOf(db, vault, officer)
  return {
    confirmedAt: factor?.confirmedAt?.toISOString() ?? null,
    codesLeft: await countRecoveryCodes(db, officer),
    isDemanded: demandsSecondFactor({ actor, isDemo }),
    withheldRoles: [...withheldRoles(actor)],
  }
}

export const mySecondFactor = defineQuery<AccountTables>()({
  name: 'accounts.mySecondFactor',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: ({ db, actor, vault, isDemo }) => secondFactorCard(db, { actor, vault, isDemo }),
})
