import type { Actor } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { mySessions as endpoint } from '../contract.ts'
import { allowSignedIn } from './allow-signed-in.ts'
import { sessionOf } from './identify-officer.ts'
import { openSessionsOf } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

export const sessionCards = (rows: Awaited<ReturnType<typeof openSessionsOf>>, actor: Actor) => ({
  rows: rows.map((row) => ({
    id: row.id,
    agent: row.agent,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isCurrent: row.id === sessionOf(actor),
  })),
})

export const mySessions = defineQuery<AccountTables>()({
  name: 'accounts.mySessions',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: async ({ actor, db, now }) => sessionCards(await openSessionsOf(db, actor, now), actor),
})
