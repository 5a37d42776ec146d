import * as z from 'zod/mini'
import { defineAction } from '#platform/server/action.ts'
import { Code } from '../contract/second-factor.ts'
import { expiryOf } from '../domain/session-life.ts'
import { acceptCode } from './accept-code.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { refusals } from './refusals.ts'
import { secondFactorOf } from './second-factor-repository.ts'
import { saveSession } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Opens a session for an officer whose password was right, if the code is right too where one is due; only the log-in route performs it. */
export const signIn = defineAction<AccountTables>()({
  name: 'accounts.signIn',
  input: z.object({ sessionId: z.uuid(), tokenHash: z.hex(), agent: z.string(), code: z.optional(Code) }),
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, vault, about }, { sessionId, tokenHash, agent, code }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const factor = await secondFactorOf(tx, vault, officer)
    if (factor?.secret && code === undefined) throw refusals.codeNeeded()
    const proof = factor?.secret ? await acceptCode({ tx, vault }, officer, { factor, code: code ?? '', now }) : 'password'
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
