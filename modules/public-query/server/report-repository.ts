import { type Kysely, sql } from 'kysely'
import type { Language } from '#kernel/bilingual.ts'
import { dayOf } from '#kernel/beijing-time.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { reportMinutes } from '../domain/report-limits.ts'
import { attemptLimit, waitingAtOnce } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { installation } from './throttle-repository.ts'

type Db = Kysely<PublicQueryTables>

export interface ReportKey {
  readonly bureauCode: BureauCode
  readonly ticketHash: Buffer
}

export interface NewReport extends ReportKey {
  readonly id: string
  readonly phoneSealed: Buffer
  readonly reportSealed: Buffer
  readonly language: Language
  readonly addressHash: Buffer
  readonly addressLimit: number
  readonly now: Date
}

/** Counts one more of an address for today in the whole installation; nothing comes back once the limit is reached. */
const countedAddress = ({ now, addressHash, addressLimit }: Pick<NewReport, 'now' | 'addressHash' | 'addressLimit'>) => sql`
    insert into public_query.throttle as kept (bureau_code, day, kind, key_hash, tries)
    values (${installation}, ${dayOf(now)}::date, 'report-address', ${addressHash}, 1)
    on conflict (bureau_code, day, kind, key_hash) do update set tries = kept.tries + 1 where kept.tries < ${addressLimit}
    returning tries`

/** Reports of one address wait for each other, a second after each other once there are many. */
const spacedOut = ({ now, addressHash }: Pick<NewReport, 'now' | 'addressHash'>) => sql`
    ${now}::timestamptz + interval '1 second' * greatest(0, (select count(*) from public_query.request
      where address_hash = ${addressHash} and state = 'open' and kind = 'report' and attempts < ${attemptLimit}) - ${waitingAtOnce - 1})`

/** Writes a report down, sealed, for the worker to send its code; one statement that looks nothing up. False: too many from there today. */
export async function writeReport(db: Db, report: NewReport): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with counted as (${countedAddress(report)})
    insert into public_query.request
      (bureau_code, id, kind, phone_sealed, report_sealed, ticket_hash, address_hash, language, asked_at, run_after)
    select ${report.bureauCode}, ${report.id}::uuid, 'report', ${report.phoneSealed}, ${report.reportSealed}, ${report.ticketHash},
      ${report.addressHash}, ${report.language}, ${report.now}, ${spacedOut(report)}
    from counted returning id`.execute(db)
  return rows.length > 0
}

/** Has another code sent for a report that still waits. One statement, the same whether there is such a report or not. */
export async function askAgain(
  db: Db,
  asked: ReportKey & Pick<NewReport, 'addressHash' | 'addressLimit' | 'now'>,
): Promise<{ isTaken: boolean }> {
  const { rows } = await sql<{ isTaken: boolean }>`
    with counted as (${countedAddress(asked)}),
    again as (
      update public_query.request set state = 'open', attempts = 0, run_after = ${spacedOut(asked)} from counted
      where bureau_code = ${asked.bureauCode} and ticket_hash = ${asked.ticketHash} and state = 'waiting' and run_after > ${asked.now}
    )
    select exists (select from counted) as "isTaken"`.execute(db)
  return { isTaken: rows[0]?.isTaken === true }
}

export interface TakenReport {
  readonly bureauCode: BureauCode
  readonly id: string
  readonly phoneSealed: Buffer
  readonly reportSealed: Buffer
  readonly language: Language
  readonly confirmedAt: Date | null
  readonly attempts: number
}

/**
 * Takes the next report that waits for the worker, the confirmed before the others; `run_after` is the lease. A confirmed one is tried
 * until it succeeds, since somebody was told that it was received.
 */
export async function takeReport(db: Db, now: Date): Promise<TakenReport | undefined> {
  const { rows } = await sql<TakenReport>`
    with due as (
      select bureau_code, id from public_query.request
      where kind = 'report' and state = 'open' and run_after <= ${now} and (attempts < ${attemptLimit} or confirmed_at is not null)
      order by (confirmed_at is null), run_after limit 1 for update skip locked
    )
    update public_query.request as work
    set attempts = attempts + 1, picked_at = ${now}, run_after = ${now}::timestamptz + interval '10 seconds' * power(2, least(attempts, 6))
    from due where work.bureau_code = due.bureau_code and work.id = due.id
    returning work.bureau_code as "bureauCode", work.id, phone_sealed as "phoneSealed", report_sealed as "reportSealed", language,
      confirmed_at as "confirmedAt", attempts`.execute(db)
  return rows[0]
}

interface PhoneCount {
  readonly kind: 'report-code' | 'report-phone'
  readonly phoneHash: Buffer
  readonly limit: number
  readonly now: Date
}

/** Counts one more of a phone for today, whatever the county; false once the limit is reached. */
export async function countPhone(db: Db, { kind, phoneHash, limit, now }: PhoneCount): Promise<boolean> {
  const { rows } = await sql`
    insert into public_query.throttle as kept (bureau_code, day, kind, key_hash, tries)
    values (${installation}, ${dayOf(now)}::date, ${kind}, ${phoneHash}, 1)
    on conflict (bureau_code, day, kind, key_hash) do update set tries = kept.tries + 1 where kept.tries < ${limit}
    returning tries`.execute(db)
  return rows.length > 0
}

type ReportId = Pick<TakenReport, 'bureauCode' | 'id'>

/** The code is on its way: from here on it is the citizen's turn, for a while. */
export async function waitForCode(tx: Db, { bureauCode, id }: ReportId, now: Date): Promise<void> {
  await tx
    .updateTable('public_query.request')
    .set({ state: 'waiting', attempts: 0, address_hash: null, run_after: new Date(now.getTime() + reportMinutes * 60_000) })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .execute()
}

export interface FoundReport {
  readonly id: string
  readonly isConfirmed: boolean
}

/** The report of a ticket, held until the transaction ends; one that waited too long is not there. */
export async function holdReport(tx: Db, { bureauCode, ticketHash }: ReportKey, now: Date): Promise<FoundReport | undefined> {
  const { rows } = await sql<FoundReport>`
    select id, confirmed_at is not null as "isConfirmed" from public_query.request
    where bureau_code = ${bureauCode} and ticket_hash = ${ticketHash} and kind = 'report'
      and (state = 'open' or confirmed_at is not null or run_after > ${now})
    for update`.execute(tx)
  return rows[0]
}

/** Spends one try of the newest code; a right one may be sent twice, since the first answer may have been lost. */
export async function spendReportTry(
  tx: Db,
  reportId: string,
  key: ReportKey,
  { now, limit }: { readonly now: Date; readonly limit: number },
) {
  const { bureauCode } = key
  const { rows } = await sql<{ codeHash: Buffer }>`
    update public_query.code set tries = tries + 1
    where bureau_code = ${bureauCode} and receipt_id = ${reportId}::uuid
      and id = (select id from public_query.code where bureau_code = ${bureauCode} and receipt_id = ${reportId}::uuid order by made_at desc, id desc limit 1)
      and expires_at > ${now} and tries < ${limit}
    returning code_hash as "codeHash"`.execute(tx)
  return rows[0]?.codeHash
}

/** Back to the worker, which registers it. */
export async function confirmReport(tx: Db, { bureauCode, id }: ReportId, now: Date): Promise<void> {
  await tx
    .updateTable('public_query.request')
    .set({ state: 'open', attempts: 0, run_after: now, confirmed_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()
}

/** Nothing personal is kept of a report that is registered or will not be. */
export async function endReport(tx: Db, { bureauCode, id, number }: ReportId & { readonly number: string | null }): Promise<void> {
  await tx
    .updateTable('public_query.request')
    .set({ state: 'done', number, phone_sealed: null, report_sealed: null, address_hash: null })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .execute()
}

export interface Registration {
  readonly number: string | null
  readonly confirmedAt: Date
}

/** How far a confirmed report has come. */
export async function registrationOf(db: Db, { bureauCode, ticketHash }: ReportKey): Promise<Registration | undefined> {
  const { rows } = await sql<Registration>`
    select number, confirmed_at as "confirmedAt" from public_query.request
    where bureau_code = ${bureauCode} and ticket_hash = ${ticketHash} and kind = 'report' and confirmed_at is not null`.execute(db)
  return rows[0]
}

/** Forgets what was typed and never confirmed. */
export async function deleteUnconfirmed(db: Db, now: Date): Promise<void> {
  const lastAsked = new Date(now.getTime() - reportMinutes * 60_000)
  await sql`delete from public_query.request where state = 'waiting' and run_after <= ${now}`.execute(db)
  await sql`delete from public_query.request
    where kind = 'report' and state = 'open' and confirmed_at is null and attempts >= ${attemptLimit} and asked_at <= ${lastAsked}`.execute(
    db,
  )
}
