import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import { shownDaysByDefault } from '../domain/shown-time.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/**
 * The receipt `receipt` may be shown: not secret, and not closed longer ago than its bureau shows results. Asked at every look, so that
 * a case that goes on is back at once, a changed setting holds for all, and nothing has to run on the day.
 */
export const isShown = (bureauCode: BureauCode, now: Date): RawBuilder<boolean> => sql<boolean>`(not receipt.is_hidden and
  (receipt.closed_at is null or receipt.closed_at > ${now}::timestamptz - interval '1 day' * coalesce(
    (select shown_days from public_query.setting where bureau_code = ${bureauCode}), ${shownDaysByDefault})))`

export interface Setting {
  readonly shownDays: number
  /** Null as long as nobody has set it. */
  readonly setAt: Date | null
  readonly setByName: string | null
}

export async function readSetting(db: Db, bureauCode: BureauCode): Promise<Setting> {
  const row = await db.selectFrom('public_query.setting').selectAll().where('bureau_code', '=', bureauCode).executeTakeFirst()
  return { shownDays: row?.shown_days ?? shownDaysByDefault, setAt: row?.set_at ?? null, setByName: row?.set_by_name ?? null }
}

interface NewSetting {
  readonly bureauCode: BureauCode
  readonly shownDays: number
  readonly now: Date
  readonly by: { readonly id: string; readonly name: string }
}

export async function saveSetting(db: Db, { bureauCode, shownDays, now, by }: NewSetting): Promise<void> {
  const row = { shown_days: shownDays, set_at: now, set_by: by.id, set_by_name: by.name }
  await db
    .insertInto('public_query.setting')
    .values({ bureau_code: bureauCode, ...row })
    .onConflict((conflict) => conflict.column('bureau_code').doUpdateSet(row))
    .execute()
}
