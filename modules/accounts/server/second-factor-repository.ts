import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { Cell, Vault } from '#platform/server/vault.ts'
import type { AccountTables } from './tables.ts'

export type Db = Kysely<AccountTables>

/** Whose factor: the bureau comes first, since the tables are split by it. */
export interface Owner {
  readonly id: string
  readonly bureauCode: BureauCode
}

export interface SecondFactor {
  readonly secret: Buffer | null
  readonly pending: Buffer | null
  readonly confirmedAt: Date | null
}

const cellOf = ({ bureauCode, id }: Owner, column: 'secret_sealed' | 'pending_sealed'): Cell => ({
  bureauCode,
  table: 'accounts.second_factor',
  column,
  id,
})

export async function secondFactorOf(db: Db, vault: Vault, owner: Owner): Promise<SecondFactor | null> {
  const row = await db
    .selectFrom('accounts.second_factor')
    .select(['secret_sealed', 'pending_sealed', 'confirmed_at'])
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .executeTakeFirst()
  if (!row) return null
  const open = (sealed: Buffer | null, column: 'secret_sealed' | 'pending_sealed') =>
    sealed && Buffer.from(vault.open(sealed, cellOf(owner, column)), 'base64')
  return {
    secret: open(row.secret_sealed, 'secret_sealed'),
    pending: open(row.pending_sealed, 'pending_sealed'),
    confirmedAt: row.confirmed_at,
  }
}

export async function savePending(tx: Db, vault: Vault, owner: Owner, secret: Buffer): Promise<void> {
  const pending = vault.seal(secret.toString('base64'), cellOf(owner, 'pending_sealed'))
  await tx
    .insertInto('accounts.second_factor')
    .values({ bureau_code: owner.bureauCode, officer_id: owner.id, pending_sealed: pending })
    .onConflict((on) => on.columns(['bureau_code', 'officer_id']).doUpdateSet({ pending_sealed: pending }))
    .execute()
}

interface Confirmed {
  readonly secret: Buffer
  readonly step: number
  readonly now: Date
}

export async function confirmPending(tx: Db, vault: Vault, owner: Owner, { secret, step, now }: Confirmed): Promise<void> {
  await tx
    .updateTable('accounts.second_factor')
    .set({
      secret_sealed: vault.seal(secret.toString('base64'), cellOf(owner, 'secret_sealed')),
      pending_sealed: null,
      confirmed_at: now,
      last_step: step,
    })
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .execute()
}

/** Takes the code of a step; false if it, or a later one, was taken before. */
export async function takeStep(tx: Db, owner: Owner, step: number): Promise<boolean> {
  const taken = await tx
    .updateTable('accounts.second_factor')
    .set({ last_step: step })
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Uses a recovery code up; false if there is none such left. */
export async function takeRecoveryCode(tx: Db, owner: Owner, codeHash: Buffer, now: Date): Promise<boolean> {
  const taken = await tx
    .updateTable('accounts.recovery_code')
    .set({ used_at: now })
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function saveRecoveryCodes(tx: Db, owner: Owner, hashes: readonly Buffer[], now: Date): Promise<void> {
  await deleteRecoveryCodes(tx, owner)
  await tx
    .insertInto('accounts.recovery_code')
    .values(hashes.map((hash) => ({ bureau_code: owner.bureauCode, officer_id: owner.id, code_hash: hash, made_at: now })))
    .execute()
}

const deleteRecoveryCodes = (tx: Db, { bureauCode, id }: Owner) =>
  tx.deleteFrom('accounts.recovery_code').where('bureau_code', '=', bureauCode).where('officer_id', '=', id).execute()

export async function countRecoveryCodes(db: Db, { bureauCode, id }: Owner): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from accounts.recovery_code
    where bureau_code = ${bureauCode} and officer_id = ${id} and used_at is null`.execute(db)
  return rows[0]?.left ?? 0
}

/** Forgets the factor with its recovery codes; false if there was none that counted. */
export async function deleteSecondFactor(tx: Db, owner: Owner): Promise<boolean> {
  await deleteRecoveryCodes(tx, owner)
  const removed = await tx
    .deleteFrom('accounts.second_factor')
    .where('bureau_code', '=', owner.bureauCode)
    .where('officer_id', '=', owner.id)
    .returning('confirmed_at')
    .executeTakeFirst()
  return removed !== undefined && removed.confirmed_at !== null
}
