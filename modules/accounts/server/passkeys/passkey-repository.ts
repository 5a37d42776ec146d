import type { Kysely } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { AccountTables } from '../tables.ts'

type Db = Kysely<AccountTables>
export type PasskeyRow = AccountTables['accounts.passkey']

interface Owner {
  readonly id: string
  readonly bureauCode: BureauCode
}

const ownPasskeys = (db: Db, { bureauCode, id }: Owner) =>
  db.selectFrom('accounts.passkey').where('bureau_code', '=', bureauCode).where('officer_id', '=', id)

export const passkeysOf = (db: Db, owner: Owner): Promise<PasskeyRow[]> =>
  ownPasskeys(db, owner).selectAll().orderBy('made_at').orderBy('id').execute()

/** The passkey of this credential, with the police number of its active officer. */
export const passkeyOfCredential = (db: Db, credentialId: Buffer) =>
  db
    .selectFrom('accounts.passkey as passkey')
    .innerJoin('accounts.officer as officer', (on) => on.onRef('officer.id', '=', 'passkey.officer_id').on('officer.is_active', '=', true))
    .selectAll('passkey')
    .select('officer.police_number as policeNumber')
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()

export const insertPasskey = async (tx: Db, row: PasskeyRow): Promise<void> =>
  void (await tx.insertInto('accounts.passkey').values(row).execute())

export const noteUse = async (db: Db, { bureau_code: bureauCode, id }: PasskeyRow, used: { uses: number; now: Date }): Promise<void> =>
  void (await db
    .updateTable('accounts.passkey')
    .set({ uses: used.uses, last_used_at: used.now })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .execute())

/** Forgets one of the own passkeys, or all of them; how many there were. */
export async function deletePasskeys(tx: Db, owner: Owner, only?: string): Promise<number> {
  const mine = ownPasskeys(tx, owner).select('id')
  const gone = await tx
    .deleteFrom('accounts.passkey')
    .where('bureau_code', '=', owner.bureauCode)
    .where('id', 'in', only === undefined ? mine : mine.where('id', '=', only))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const insertChallenge = async (db: Db, challengeHash: Buffer, expiresAt: Date): Promise<void> =>
  void (await db.insertInto('accounts.passkey_challenge').values({ challenge_hash: challengeHash, expires_at: expiresAt }).execute())

/** Uses a question up; false if it was never put, was answered, or is too old. */
export async function takeChallenge(db: Db, challengeHash: Buffer, now: Date): Promise<boolean> {
  const taken = await db
    .deleteFrom('accounts.passkey_challenge')
    .where('challenge_hash', '=', challengeHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return taken.numDeletedRows > 0n
}

export const deleteChallengesBefore = async (db: Db, at: Date): Promise<void> =>
  void (await db.deleteFrom('accounts.passkey_challenge').where('expires_at', '<', at).execute())
