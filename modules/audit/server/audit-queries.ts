import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { countLimit } from '#platform/shared/page.ts'
import type { OutcomeKind } from '../contract.ts'
import type { AuditTables } from './tables.ts'

type Db = Kysely<AuditTables>

/** Roles that may see who did what in the units of their grant. */
export const readers = ['supervisor', 'administrator', 'unit-head'] as const

/**
 * Entries about subjects of the units that the actor supervises: every question of a person starts here and can only narrow it.
 * The bureau is asked for separately, since every index begins with it.
 */
export function visibleEntries(db: Db, actor: Actor) {
  const all = actor.kind === 'officer' ? actor.grants : []
  const grants = all.filter((grant) => readers.some((role) => role === grant.role))
  const whole = [...new Set(grants.filter((grant) => grant.units === 'all').map((grant) => grant.bureauCode))]
  const units = [...new Set(grants.flatMap((grant) => (grant.units === 'all' ? [] : grant.units)))]
  const bureaus = [...new Set(grants.map((grant) => grant.bureauCode))]
  // why: with `= any` the planner no longer reads in the order of an index, and almost everybody asks about one bureau.
  const ofBureaus = bureaus.length === 1 ? sql<SqlBool>`bureau_code = ${bureaus[0]}` : sql<SqlBool>`bureau_code = any(${bureaus}::bpchar[])`
  const visible = db.selectFrom('audit.entry').where(ofBureaus)
  // why: an `or` that cannot be true still keeps the planner from reading in the order of an index.
  if (units.length === 0) return visible
  return visible.where(sql<SqlBool>`(bureau_code = any(${whole}::bpchar[]) or unit_code = any(${units}::bpchar[]))`)
}

/** For the other modules, which have decided already that the subject may be seen. */
export const entriesAbout = (db: Db, bureauCode: BureauCode, subject: string) =>
  db.selectFrom('audit.entry').where('bureau_code', '=', bureauCode).where('subject', '=', subject)

type Entries = ReturnType<typeof entriesAbout>

export interface TrailFilter {
  readonly subject?: string | undefined
  readonly subjectKind?: string | undefined
  readonly officerId?: string | undefined
  readonly action?: string | undefined
  readonly outcome?: OutcomeKind | undefined
  readonly since?: Date | undefined
}

const pattern = (start: string) => `${start.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

export function narrowed(entries: Entries, { subject, subjectKind, officerId, action, outcome, since }: TrailFilter): Entries {
  let found = entries
  if (subject !== undefined) found = found.where('subject', '=', subject)
  if (subjectKind !== undefined) found = found.where('subject', 'like', pattern(`${subjectKind}:`))
  if (officerId !== undefined) found = found.where('actor_id', '=', officerId)
  if (action !== undefined) found = found.where((or) => or.or([or('action', '=', action), or('action', 'like', pattern(`${action}.`))]))
  if (outcome === 'refused') found = found.where('outcome', 'not in', ['done', 'read'])
  else if (outcome !== undefined) found = found.where('outcome', '=', outcome)
  return since === undefined ? found : found.where('at', '>=', since)
}

export interface Place {
  /** Where the page before ended; opaque outside of this file. */
  readonly after?: string | undefined
  readonly limit: number
}

const columns = [
  'bureau_code',
  'chain',
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'actor_unit',
  'actor_roles',
  'action',
  'subject',
  'unit_code',
  'outcome',
] as const

const microseconds = sql<string>`(extract(epoch from at) * 1000000)::bigint::text`

function beyond(entries: Entries, after: string | undefined): Entries {
  if (after === undefined) return entries
  const [time = '', bureau = '', chain = '', seq = ''] = after.split('.')
  const at = sql`timestamptz 'epoch' + ${time}::bigint * interval '1 microsecond'`
  // why: the first condition is one that an index can use, the second settles entries of the same time.
  return entries
    .where(sql<SqlBool>`at <= ${at}`)
    .where(sql<SqlBool>`(at, bureau_code, chain, seq) < (${at}, ${bureau}::bpchar, ${chain}::smallint, ${seq}::bigint)`)
}

/** One page, the newest first, with the count of the whole list up to what the house counts exactly. */
export async function pageOfEntries(db: Db, entries: Entries, { after, limit }: Place) {
  const [found, total] = await Promise.all([
    beyond(entries, after)
      .select(columns)
      .select(microseconds.as('microseconds'))
      .orderBy('at', 'desc')
      .orderBy('bureau_code', 'desc')
      .orderBy('chain', 'desc')
      .orderBy('seq', 'desc')
      .limit(limit + 1)
      .execute(),
    countUpTo(db, entries),
  ])
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    rows,
    next: last ? `${last.microseconds}.${last.bureau_code}.${last.chain}.${last.seq}` : null,
    count: Math.min(total, countLimit),
    more: total > countLimit,
  }
}

async function countUpTo(db: Db, entries: Entries): Promise<number> {
  const row = await db
    .selectFrom(
      entries
        .select('seq')
        .limit(countLimit + 1)
        .as('some'),
    )
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}
