import { defineAction } from '#platform/server/action.ts'
import { setIdentitySecrecy as endpoint } from '../contract.ts'
import { insertPartyChange, updateParty } from './paper-repository.ts'
import { counterTime, holdParty, partyChangeRow, worksAtCounter } from './party-step.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/**
 * Keeps secret who a party is, or lifts it. law: to ask is enough, no reason is owed (PROC-CRIM 173, PROC-ADMIN 63); only that
 * person lifts it, so then it is checked who asks.
 */
export const setIdentitySecrecy = defineAction<CaseTables>()({
  name: 'cases.setIdentitySecrecy',
  input: endpoint.input,
  allowedTo: worksAtCounter,

  async run(doing, input) {
    const { isSecret } = input
    const { row, party, repeated } = await holdParty(doing, input)
    const answer = { partyId: party.id, isIdentitySecret: isSecret }
    if (repeated) return answer
    if (party.is_identity_secret === isSecret) throw refusals.secrecyUnchanged(isSecret)
    if (!isSecret && !input.identityCheck) throw refusals.identityCheckRequired().at('identityCheck')
    const time = counterTime(doing, row, input)
    await updateParty(doing.tx, party, { is_identity_secret: isSecret })
    await insertPartyChange(
      doing.tx,
      partyChangeRow(doing, row, time, {
        id: input.id,
        party_id: party.id,
        kind: isSecret ? 'identity-secret' : 'identity-open',
        reason: input.reason ?? null,
        identity_check: input.identityCheck ?? null,
        late_reason: input.lateReason ?? null,
      }),
    )
    return answer
  },
})
