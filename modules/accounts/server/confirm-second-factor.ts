import { defineAction } from '#platform/server/action.ts'
import { confirmSecondFactor as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionOf } from './identify-officer.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { refusals } from './refusals.ts'
import { confirmPending, saveRecoveryCodes, secondFactorOf } from './second-factor-repository.ts'
import { noteProof, revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'
import { stepOfCode } from './totp.ts'

/** Lets a new phone count from its first right code on. Sessions that were opened without it end, but for this one. */
export const confirmSecondFactor = defineAction<AccountTables>()({
  name: 'accounts.confirmSecondFactor',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }, { code }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const pending = (await secondFactorOf(tx, vault, officer))?.pending
    if (!pending) throw refusals.noSecondFactor()
    const step = stepOfCode(pending, code, now)
    if (step === null) throw refusals.codeDoesNotFit().at('code')
    await confirmPending(tx, vault, officer, { secret: pending, step, now })
    const recoveryCodes = newRecoveryCodes()
    const hashes = recoveryCodes.map((one) => recoveryHash(vault, officer.id, one))
    await saveRecoveryCodes(tx, officer, hashes, now)
    const session = sessionOf(actor)
    if (session !== null) await noteProof(tx, officer, { sessionId: session, proof: 'second-factor', now })
    return { recoveryCodes: [...recoveryCodes], endedSessions: await revokeSessions(tx, officer, { now, except: session }) }
  },
})
