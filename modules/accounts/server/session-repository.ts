import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { Proof } from '../domain/second-factor.ts'
import { idleSince } from '../domain/session-life.ts'
import { reachingGrants } from './grants-queries.ts'
import type { ActingRow } from './officer-repository.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>

export interface SessionRow extends ActingRow {
  readonly session_id: string
  readonly last_seen_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly proof: Proof
  readonly proved_at: Date
}

export interface SessionKey {
  readonly bureauCode: BureauCode
  readonly tokenHash: Buffer
}

/** The session with its officer and grants, in one question; nothing for an officer who left. */
export async function findSession(db: Db, { bureauCode, tokenHash }: SessionKey): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select session.id as session_id, last_seen_at, expires_at, revoked_at, proof, proved_at,
      officer.id, name, police_number, unit_code, officer.bureau_code, ${reachingGrants(sql`officer.id`)} as grants
    from accounts.session join accounts.officer on officer.id = session.officer_id and officer.is_active
    where session.bureau_code = ${bureauCode} and token_hash = ${tokenHash}`.execute(db)
  return rows[0]
}

interface NewSession {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly tokenHash: Buffer
  readonly officerId: string
  readonly agent: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly proof: Proof
}

export async function saveSession(
  db: Db,
  { id, bureauCode, tokenHash, officerId, agent, createdAt, expiresAt, proof }: NewSession,
): Promise<void> {
  await db
    .insertInto('accounts.session')
    .values({
      id,
      bureau_code: bureauCode,
      token_hash: tokenHash,
      officer_id: officerId,
      agent,
      created_at: createdAt,
      last_seen_at: createdAt,
      expires_at: expiresAt,
      proof,
      proved_at: createdAt,
    })
    .execute()
}

interface Proved {
  readonly sessionId: string
  readonly proof: Proof
  readonly now: Date
}

/** Notes that the officer of a session was proved anew. */
export async function noteProof(db: Db, owner: Pick<Actor, 'bureauCode' | 'id'>, { sessionId, proof, now }: Proved): Promise<void> {
  await db
    .updateTable('accounts.session')
    .set({ proof, proved_at: now })
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .where('id', '=', sessionId)
    .execute()
}

export async function noteSeen(db: Db, { bureauCode, id, now }: { bureauCode: BureauCode; id: string; now: Date }): Promise<void> {
  await db
    .updateTable('accounts.session')
    .set({ last_seen_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .where('last_seen_at', '<', now)
    .execute()
}

/** One's own sessions, and only those; a way to see another person's does not exist. */
const ownSessions = (db: Db, { bureauCode, id }: Pick<Actor, 'bureauCode' | 'id'>, now: Date) =>
  db
    .selectFrom('accounts.session')
    .where('bureau_code', '=', bureauCode)
    .where('officer_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))

export const openSessionsOf = (db: Db, owner: Pick<Actor, 'bureauCode' | 'id'>, now: Date) =>
  ownSessions(db, owner, now).select(['id', 'agent', 'created_at', 'last_seen_at', 'expires_at']).orderBy('created_at', 'desc').execute()

interface Ending {
  readonly now: Date
  /** Only this one. */
  readonly only?: string
  /** All but this one. */
  readonly except?: string | null
}

/** Ends open sessions of one officer and says how many there were. */
export async function revokeSessions(db: Db, owner: Pick<Actor, 'bureauCode' | 'id'>, { now, only, except }: Ending): Promise<number> {
  let chosen = ownSessions(db, owner, now).select('id')
  if (only !== undefined) chosen = chosen.where('id', '=', only)
  if (except) chosen = chosen.where('id', '<>', except)
  const ended = await db
    .updateTable('accounts.session')
    .set({ revoked_at: now })
    .where('bureau_code', '=', owner.bureauCode)
    .where('id', 'in', chosen)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export async function deleteSessionsExpiredBefore(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('accounts.session').where('expires_at', '<', at).execute()
}
