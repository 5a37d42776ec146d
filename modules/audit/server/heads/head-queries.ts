import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { countLimit } from '#platform/shared/page.ts'
import type { AuditTables, HeadSheetRow } from '../tables.ts'

type Db = Kysely<AuditTables>

/** Heads say nothing of a case or a person; whoever answers for a bureau's record may carry them out of the house. */
export const headReaders = ['supervisor', 'administrator', 'leader'] as const

export type FoundSheet = HeadSheetRow & {
  readonly place: string | null
  readonly attempts: number | null
  readonly sent_at: Date | null
  readonly last_error: string | null
}

/** Sheets of the bureaus in which the actor holds one of the roles: every question of a person starts here. */
export function visibleSheets(db: Db, actor: Actor) {
  const grants = actor.kind === 'officer' ? actor.grants.filter(({ role }) => headReaders.some((one) => one === role)) : []
  const bureaus = [...new Set(grants.map((grant) => grant.bureauCode))]
  return db
    .selectFrom('audit.head_sheet as sheet')
    .leftJoin('audit.head_sending as sending', (join) =>
      join.onRef('sending.bureau_code', '=', 'sheet.bureau_code').onRef('sending.number', '=', 'sheet.number'),
    )
    .where(sql<SqlBool>`sheet.bureau_code = any(${bureaus}::bpchar[])`)
}

interface Asked {
  readonly kind?: 'hour' | 'day' | undefined
  readonly sent?: 'sent' | 'kept' | undefined
  /** `milliseconds.bureau` of the last row of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

export async function pageOfSheets(db: Db, actor: Actor, { kind, sent, after, limit }: Asked) {
  let found = visibleSheets(db, actor)
  if (kind !== undefined) found = found.where('sheet.kind', '=', kind)
  if (sent !== undefined) found = found.where('sending.sent_at', sent === 'sent' ? 'is not' : 'is', null)
  const [time = '', bureau = ''] = after?.split('.') ?? []
  const beyond =
    after === undefined
      ? found
      : found.where(sql<SqlBool>`(sheet.taken_at, sheet.bureau_code) < (to_timestamp(${time}::bigint / 1000.0), ${bureau}::bpchar)`)
  const [rows, { total }] = await Promise.all([
    beyond
      .selectAll('sheet')
      .select(['sending.place', 'sending.attempts', 'sending.sent_at', 'sending.last_error'])
      .orderBy('sheet.taken_at', 'desc')
      .orderBy('sheet.bureau_code', 'desc')
      .limit(limit + 1)
      .execute(),
    db
      .selectFrom(
        found
          .select('sheet.number')
          .limit(countLimit + 1)
          .as('some'),
      )
      .select((count) => count.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown, next: last ? `${last.taken_at.getTime()}.${last.bureau_code}` : null, total }
}

/** One sheet, if the actor may see it. */
export const sheetOf = (db: Db, actor: Actor, bureauCode: BureauCode, number: number): Promise<FoundSheet | undefined> =>
  visibleSheets(db, actor)
    .where('sheet.bureau_code', '=', bureauCode)
    .where('sheet.number', '=', number)
    .selectAll('sheet')
    .select(['sending.place', 'sending.attempts', 'sending.sent_at', 'sending.last_error'])
    .executeTakeFirst()
