import * as z from 'zod/mini'
import { defineAction } from '#platform/server/action.ts'
import { expiryOf } from '../domain/session-life.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { saveSession } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Opens a session for an officer whose password was right; only the log-in route performs it. */
export const signIn = defineAction<AccountTables>()({
  name: 'accounts.signIn',
  input: z.object({ sessionId: z.uuid(), tokenHash: z.hex(), agent: z.string() }),
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { sessionId, tokenHash, agent }) {
    about(aboutOfficer(signedIn(actor)))
    await saveSession(tx, {
      id: sessionId,
      bureauCode: actor.bureauCode,
      tokenHash: Buffer.from(tokenHash, 'hex'),
      officerId: actor.id,
      agent,
      createdAt: now,
      expiresAt: expiryOf(now),
    })
  },
})
