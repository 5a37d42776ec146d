import { defineAction } from '#platform/server/action.ts'
import { proveAgain as endpoint } from '../contract.ts'
import { isStrong, type Proof, proofLastsMinutes } from '../domain/second-factor.ts'
import { acceptCode } from './accept-code.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionOf, sessionProof } from './identify-officer.ts'
import { passwordVerifierOf } from './officer-repository.ts'
import { isPassword } from './password.ts'
import { refusals } from './refusals.ts'
import { secondFactorOf } from './second-factor-repository.ts'
import { noteProof } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

// why: a passkey or a code counted once in this session; a password shown later does not take that back.
const strongerOf = (before: Proof | undefined, shown: Proof): Proof => (before && isStrong(before) && !isStrong(shown) ? before : shown)

/** Proves anew who sits there. Who has a second factor shows that one; a password is not enough then. */
export const proveAgain = defineAction<AccountTables>()({
  name: 'accounts.proveAgain',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }, { password, code }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const factor = await secondFactorOf(tx, vault, officer)
    const field = factor?.secret ? 'code' : 'password'
    const proof = factor?.secret
      ? await acceptCode({ tx, vault }, officer, { factor, code: code ?? '', now })
      : (await isPassword(password ?? '', await passwordVerifierOf(tx, officer.id))) && ('password' as const)
    if (!proof) throw refusals.wrongProof().at(field)
    const sessionId = sessionOf(actor)
    if (sessionId !== null) await noteProof(tx, officer, { sessionId, proof: strongerOf(sessionProof(actor)?.proof, proof), now })
    return { provedUntil: new Date(now.getTime() + proofLastsMinutes * 60_000).toISOString() }
  },
})
