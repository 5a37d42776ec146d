import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import { counted, countLimit } from '#platform/shared/page.ts'
import type { OutcomeKind } from '../contract.ts'
import type { AuditTables } from './tables.ts'

type Db = Kysely<AuditTables>

/** Roles that may see who did what in the units of their grant. */
export const readers = ['supervisor', 'administrator', 'unit-head', 'leader'] as const
/** As in `cases` and `incidents`: a secret one exists for its holder and for these alone. */
const readersOfSecrets = ['unit-head', 'leader'] as const

/** What police work is about, and what an administrator looks after. */
const workKinds = ['case', 'incident']
const administeredKinds = ['officer', 'unit', 'invitation', 'message', 'delivery', 'query-setting']

const kind = sql<string>`split_part(e.subject, ':', 1)`

/**
 * Entries that the actor may read: every question of a person starts here and can only narrow it.
 * The bureau is asked for separately, since every index begins with it.
 */
export function visibleEntries(db: Db, actor: Actor) {
  const bureaus = [...new Set(actor.kind === 'officer' ? actor.grants.map((grant) => grant.bureauCode) : [])]
  // why: with `= any` the planner no longer reads in the order of an index, and almost everybody asks about one bureau.
  const ofBureaus =
    bureaus.length === 1 ? sql<SqlBool>`e.bureau_code = ${bureaus[0]}` : sql<SqlBool>`e.bureau_code = any(${bureaus}::bpchar[])`
  return db
    .selectFrom('audit.entry as e')
    .where(ofBureaus)
    .where(reachOf(actor))
    .where(sql<SqlBool>`not ${isHidden(actor)}`)
}

/** Where the roles of the actor are held, each with the kinds of subject that it may read about. */
function reachOf(actor: Actor): RawBuilder<SqlBool> {
  const reaches = [
    { scope: scopeOf(actor, ['supervisor', 'unit-head']), kinds: null },
    { scope: scopeOf(actor, ['leader']), kinds: sql<SqlBool>`${kind} = any(${workKinds}::text[])` },
    // why: an administrator does not work on cases; a question refused before its subject was known is about none.
    { scope: scopeOf(actor, ['administrator']), kinds: sql<SqlBool>`(e.subject is null or ${kind} = any(${administeredKinds}::text[]))` },
  ]
  // why: an `or` that cannot be true still keeps the planner from reading in the order of an index.
  const held = reaches.filter(({ scope }) => scope.bureaus.length + scope.units.length > 0)
  const conditions = held.map(({ scope, kinds }) =>
    kinds === null ? within(scope, 'e') : sql<SqlBool>`(${within(scope, 'e')} and ${kinds})`,
  )
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`
}

/** True for every entry of a subject that is a secret to the actor, also for those written before it became one. */
const isHidden = (actor: Actor): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from audit.entry as s
  where s.bureau_code = e.bureau_code and s.subject = e.subject and s.is_secret and not ${within(scopeOf(actor, readersOfSecrets), 's')})`

/** For the other modules, which have decided already that the subject may be seen. */
export const entriesAbout = (db: Db, bureauCode: BureauCode, subject: string) =>
  db.selectFrom('audit.entry as e').where('bureau_code', '=', bureauCode).where('subject', '=', subject)

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

const looks = {
  times: sql<number>`count(*)`,
  firstAt: sql<Date>`min(at)`,
  lastAt: sql<Date>`max(at)`,
  actions: sql<string[]>`array_agg(distinct action order by action)`,
}

/** So many people or subjects a question is answered with; the latest first. */
export const looksLimit = 200

/** Who looked at something, each once. A refused look counts as none. */
export const readersIn = (entries: Entries) =>
  entries
    .where('outcome', '=', 'read')
    .select([
      'actor_kind as actorKind',
      'actor_id as id',
      sql<string | null>`max(actor_name)`.as('name'),
      sql<UnitCode | null>`max(actor_unit)`.as('unit'),
    ])
    .select([looks.times.as('times'), looks.firstAt.as('firstAt'), looks.lastAt.as('lastAt'), looks.actions.as('actions')])
    .groupBy(['actor_kind', 'actor_id'])
    .orderBy('lastAt', 'desc')
    .limit(looksLimit)
    .execute()

/** What was looked at, each thing once. */
export const lookedAtIn = (entries: Entries) =>
  entries
    .where('outcome', '=', 'read')
    .where('subject', 'is not', null)
    .select(sql<string>`subject`.as('subject'))
    .select([looks.times.as('times'), looks.firstAt.as('firstAt'), looks.lastAt.as('lastAt'), looks.actions.as('actions')])
    .groupBy('subject')
    .orderBy('lastAt', 'desc')
    .limit(looksLimit)
    .execute()

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
    ...counted(total),
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
