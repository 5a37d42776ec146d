import { type Kysely, sql } from 'kysely'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { dayOf } from '#kernel/beijing-time.ts'
import type { PublicQueryTables, RequestKind } from './tables.ts'
import { installation } from './throttle-repository.ts'

type Db = Kysely<PublicQueryTables>

/** After so many a request is given up. */
export const attemptLimit = 5

export interface CodeRequest {
  readonly bureauCode: BureauCode
  readonly id: string
  readonly number: string
  readonly phoneSealed: Buffer
  readonly language: Language
  readonly addressHash: Buffer
  readonly addressLimit: number
  readonly now: Date
}

/** Requests of one address that may wait at the same time; what comes on top is spaced out, so that a flood lets others pass. */
export const waitingAtOnce = 20

/**
 * Writes the wish for a code and counts it against its address, in one statement that looks nothing up. False: too many from there today.
 * The address is counted for the whole installation, since the bureau is only what somebody typed.
 */
export async function askForCode(db: Db, asked: CodeRequest): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with counted as (
      insert into public_query.throttle as kept (bureau_code, day, kind, key_hash, tries)
      values (${installation}, ${dayOf(asked.now)}::date, 'request', ${asked.addressHash}, 1)
      on conflict (bureau_code, day, kind, key_hash) do update set tries = kept.tries + 1
      returning tries
    )
    insert into public_query.request (bureau_code, id, kind, number, phone_sealed, address_hash, language, asked_at, run_after)
    select ${asked.bureauCode}, ${asked.id}::uuid, 'send-code', ${asked.number}, ${asked.phoneSealed}, ${asked.addressHash}, ${asked.language}, ${asked.now},
      ${asked.now}::timestamptz + interval '1 second' * greatest(0, waiting.requests - ${waitingAtOnce - 1})
    from counted, (
      select count(*) as requests from public_query.request
      where address_hash = ${asked.addressHash} and state = 'open' and attempts < ${attemptLimit}
    ) as waiting
    where tries <= ${asked.addressLimit}
    returning id`.execute(db)
  return rows.length > 0
}

export interface TakenRequest {
  readonly bureauCode: BureauCode
  readonly id: string
  readonly kind: Exclude<RequestKind, 'report'>
  readonly number: string | null
  readonly phoneSealed: Buffer | null
  readonly receiptId: string | null
  readonly language: Language
  readonly askedAt: Date
  readonly attempts: number
}

/** Takes the next open request; `run_after` is the lease, and the attempt is counted before it is made. */
export async function takeRequest(db: Db, now: Date): Promise<TakenRequest | undefined> {
  const { rows } = await sql<TakenRequest>`
    with due as (
      select bureau_code, id from public_query.request
      where kind <> 'report' and state = 'open' and run_after <= ${now} and attempts < ${attemptLimit}
      order by run_after limit 1 for update skip locked
    )
    update public_query.request as work
    set attempts = attempts + 1, picked_at = ${now}, run_after = ${now}::timestamptz + interval '10 seconds' * power(2, attempts)
    from due where work.bureau_code = due.bureau_code and work.id = due.id
    returning work.bureau_code as "bureauCode", work.id, kind, number, phone_sealed as "phoneSealed", receipt_id as "receiptId", language, asked_at as "askedAt", attempts`.execute(
    db,
  )
  return rows[0]
}

/** Locks a request for as long as it is being answered; false if another worker has taken it up or answered it meanwhile. */
export async function isStillOpen(
  tx: Db,
  { bureauCode, id, attempts }: Pick<TakenRequest, 'bureauCode' | 'id' | 'attempts'>,
): Promise<boolean> {
  const { rows } = await sql`select from public_query.request
    where bureau_code = ${bureauCode} and id = ${id}::uuid and state = 'open' and attempts = ${attempts} for update`.execute(tx)
  return rows.length > 0
}

/** Nothing personal is kept of a request that is done. */
export async function endRequest(db: Db, { bureauCode, id }: Pick<TakenRequest, 'bureauCode' | 'id'>): Promise<void> {
  await db
    .updateTable('public_query.request')
    .set({ state: 'done', phone_sealed: null, address_hash: null })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .execute()
}

/** Forgets what nobody needs any more: done or given-up requests, dead codes, and the trail of views after half a year. */
export async function deleteOld(db: Db, before: { readonly requests: Date; readonly views: Date }): Promise<void> {
  await db
    .deleteFrom('public_query.request')
    .where('asked_at', '<', before.requests)
    // why: what its reporter confirmed is not forgotten before it is registered.
    .where((row) => row.or([row('confirmed_at', 'is', null), row('state', '=', 'done')]))
    .execute()
  await db.deleteFrom('public_query.code').where('made_at', '<', before.requests).execute()
  await db.deleteFrom('public_query.view').where('opened_at', '<', before.views).execute()
}

export interface PartyRequest {
  readonly bureauCode: BureauCode
  readonly id: string
  readonly kind: 'disagree' | 'not-me'
  readonly receiptId: string
  readonly language: Language
  readonly now: Date
}

/** What a party who is looking at their case sets off. */
export const askAsParty = async (db: Db, { bureauCode, id, kind, receiptId, language, now }: PartyRequest): Promise<void> =>
  void (await db
    .insertInto('public_query.request')
    .values({
      bureau_code: bureauCode,
      id,
      kind,
      number: null,
      phone_sealed: null,
      receipt_id: receiptId,
      address_hash: null,
      language,
      asked_at: now,
      run_after: now,
      picked_at: null,
    })
    .execute())
