import type { Actor, Officer } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Identify } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { isAlive, needsSeen } from '../domain/session-life.ts'
import { actingOfficer } from './officer-repository.ts'
import { cookieName, sessionKey } from './session-cookie.ts'
import { findSession, noteSeen } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** An officer together with the session that spoke for him. */
interface SignedIn extends Officer {
  readonly sessionId: string
}

export const sessionOf = (actor: Actor): string | null => ('sessionId' in actor ? (actor as SignedIn).sessionId : null)

/** Who sent a request. Nothing is kept in memory, so a session that was ended is over with the next request. */
export const identifyOfficer =
  (getPlatform: () => Platform): Identify =>
  async ({ cookies }) => {
    const platform = getPlatform()
    const key = sessionKey(cookies[cookieName], platform.vault)
    if (!key) return null
    const open = openAs(platform.db)
    const db = open.as<AccountTables>()
    const [now, found] = await Promise.all([platform.clock.now(open), findSession(db, key)])
    if (!found) return null
    const life = { lastSeenAt: found.last_seen_at, expiresAt: found.expires_at, revokedAt: found.revoked_at }
    if (!isAlive(life, now)) return null
    if (needsSeen(life, now)) await noteSeen(db, { bureauCode: key.bureauCode, id: found.session_id, now })
    const signedIn: SignedIn = { ...actingOfficer(found), sessionId: found.session_id }
    return signedIn
  }
