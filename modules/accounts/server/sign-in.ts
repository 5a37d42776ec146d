import * as z from 'zod/mini'
import type { Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Vault } from '#platform/server/vault.ts'
import { Code } from '../contract/second-factor.ts'
import type { Proof } from '../domain/second-factor.ts'
import { expiryOf } from '../domain/session-life.ts'
import { acceptCode } from './accept-code.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { refusals } from './refusals.ts'
import { type Db, secondFactorOf } from './second-factor-repository.ts'
import { saveSession } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/**
 * Opens a session for an officer whose password was right, if the code is right too where one is due; only the routes of
 * the log-in perform it. `provedBy`: the identity provider or a passkey has proved who it is.
 */
export const signIn = defineAction<AccountTables>()({
  name: 'accounts.signIn',
  input: z.object({
    sessionId: z.uuid(),
    tokenHash: z.hex(),
    agent: z.string(),
    code: z.optional(Code),
    provedBy: z.optional(z.enum(['single-sign-on', 'passkey'])),
  }),
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }, { sessionId, tokenHash, agent, code, provedBy }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const proof = provedBy ?? (await proofOf({ tx, vault }, officer, { code, now }))
    if (proof === null) throw refusals.wrongCode()
    await saveSession(tx, {
      id: sessionId,
      bureauCode: actor.bureauCode,
      tokenHash: Buffer.from(tokenHash, 'hex'),
      officerId: actor.id,
      agent,
      createdAt: now,
      expiresAt: expiryOf(now),
      proof,
    })
    return { proof, provedAt: now }
  },
})

interface Typed {
  readonly code: string | undefined
  readonly now: Date
}

/** The password alone where there is no second factor; null for a code that does not count. */
async function proofOf(at: { readonly tx: Db; readonly vault: Vault }, officer: Officer, { code, now }: Typed): Promise<Proof | null> {
  const factor = await secondFactorOf(at.tx, at.vault, officer)
  if (!factor?.secret) return 'password'
  if (code === undefined) throw refusals.codeNeeded()
  return acceptCode(at, officer, { factor, code, now })
}
