import type { Actor, Officer, Role } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Identify } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { inForce, type Proof } from '../domain/second-factor.ts'
import { isAlive, needsSeen } from '../domain/session-life.ts'
import { actingOfficer } from './officer-repository.ts'
import { cookieName, sessionKey } from './session-cookie.ts'
import { findSession, noteSeen } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** An officer together with the session that spoke for him. */
interface SignedIn extends Officer {
  readonly sessionId: string
  readonly proof: Proof
  readonly provedAt: Date
  readonly withheldRoles: readonly Role[]
}

const asSignedIn = (actor: Actor): SignedIn | null => ('sessionId' in actor ? (actor as SignedIn) : null)

export const sessionOf = (actor: Actor): string | null => asSignedIn(actor)?.sessionId ?? null

/** How and when the officer of this session was proved; null outside of one. */
export function sessionProof(actor: Actor): { readonly proof: Proof; readonly at: Date } | null {
  const found = asSignedIn(actor)
  return found && { proof: found.proof, at: found.provedAt }
}

/** Roles of the officer that do not count in this session, for want of a second factor. */
export const withheldRoles = (actor: Actor): readonly Role[] => asSignedIn(actor)?.withheldRoles ?? []

interface SpokenFor extends Pick<SignedIn, 'sessionId' | 'proof' | 'provedAt'> {
  readonly isDemo: boolean
}

/** The officer as this session lets him act. */
export const inSession = (officer: Officer, { sessionId, proof, provedAt, isDemo }: SpokenFor): Officer => {
  const signedIn: SignedIn = { ...officer, sessionId, proof, provedAt, ...inForce(officer.grants, { proof, isDemo }) }
  return signedIn
}

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
    const { session_id: sessionId, proof, proved_at: provedAt } = found
    return inSession(actingOfficer(found, now), { sessionId, proof, provedAt, isDemo: platform.isDemo })
  }
