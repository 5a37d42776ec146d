import { type Kysely, sql } from 'kysely'
import type { Actor, Role } from '#kernel/actor.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import type { ClockRow, ClockTables, Secrecy } from './tables.ts'

type Db = Kysely<ClockTables>

export const readers: readonly Role[] = ['officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor']
const readersOfSecrets: readonly Role[] = ['unit-head', 'leader']

/** Every read for a person starts here. What a clock belongs to set its access columns; callers can only narrow. */
const visibleClocks = (db: Db, actor: Actor) =>
  db
    .selectFrom('deadlines.clock as c')
    .where(within(scopeOf(actor, readers), 'c'))
    .where((clock) =>
      clock.or([
        clock('c.secrecy', '=', 'ordinary'),
        actor.kind === 'officer' ? sql<boolean>`${actor.id}::uuid in (c.holder_id, c.second_id)` : sql<boolean>`false`,
        within(scopeOf(actor, readersOfSecrets), 'c'),
      ]),
    )

/** The clock of one subject, as far as this person may know of it. */
export const findClock = (db: Db, actor: Actor, subject: string, rule: string): Promise<ClockRow | undefined> =>
  visibleClocks(db, actor).selectAll('c').where('c.subject', '=', subject).where('c.rule', '=', rule).executeTakeFirst()

/** What of a clock begins with it; its id and what it belongs to stay. */
const begun = ({ bureau_code: _bureau, id: _id, subject: _subject, rule: _rule, ...rest }: ClockRow) => rest

/** Inserts the clock, or returns the one that the subject already has under this rule; one that fell away begins anew. */
export async function insertClock(db: Db, row: ClockRow): Promise<ClockRow> {
  const inserted = await db
    .insertInto('deadlines.clock')
    .values({ ...row, events: JSON.stringify(row.events) })
    .onConflict((conflict) =>
      conflict
        .columns(['bureau_code', 'subject', 'rule'])
        .doUpdateSet({ ...begun(row), events: JSON.stringify(row.events) })
        .where('deadlines.clock.state', '=', 'cancelled'),
    )
    .returningAll()
    .executeTakeFirst()
  return (
    inserted ??
    (await clocksUnder(db, { bureauCode: row.bureau_code, subject: row.subject }).where('rule', '=', row.rule).executeTakeFirstOrThrow())
  )
}

const clocksUnder = (db: Db, { bureauCode, subject }: SubjectKey) =>
  db.selectFrom('deadlines.clock').selectAll().where('bureau_code', '=', bureauCode).where('subject', '=', subject)

/** A subject as it is kept: the same text may stand in two bureaus. */
export interface SubjectKey {
  readonly bureauCode: string
  readonly subject: string
}

/** For callers that have already decided who may see the subjects; those of any number of bureaus in one statement. */
export const clocksOfKeys = (db: Db, keys: readonly SubjectKey[]): Promise<ClockRow[]> =>
  db
    .selectFrom('deadlines.clock as c')
    .innerJoin(
      sql<{
        bureau: string
        subject: string
      }>`unnest(${keys.map((key) => key.bureauCode)}::char(12)[], ${keys.map((key) => key.subject)}::text[])`.as<'key'>(
        sql`key(bureau, subject)`,
      ),
      (join) => join.onRef('key.bureau', '=', 'c.bureau_code').onRef('key.subject', '=', 'c.subject'),
    )
    .selectAll('c')
    .orderBy('c.started_at')
    .orderBy('c.rule')
    // why: one rule may run for several parties from the same moment; a subject ends with its party, so they come in the parties' order.
    .orderBy('c.subject')
    .execute()

interface Ending {
  readonly bureauCode: string
  readonly subject: string
  readonly rules: readonly string[]
  readonly state: 'met' | 'cancelled'
  readonly metAt: Date | null
}

/** Ends a clock that still runs or stands; nothing if it has ended before. */
export const endClock = (db: Db, { bureauCode, subject, rules, state, metAt }: Ending): Promise<ClockRow | undefined> =>
  db
    .updateTable('deadlines.clock')
    .set({ state, met_at: metAt })
    .where('bureau_code', '=', bureauCode)
    .where('subject', '=', subject)
    .where(sql<boolean>`rule = any(${[...rules]}::text[])`)
    .where('state', 'in', ['running', 'stopped'])
    .returningAll()
    .executeTakeFirst()

/** The running clock of a subject under one of these rules, held until the transaction ends. */
export const holdRunningClock = (
  db: Db,
  { bureauCode, subject, rules }: Pick<Ending, 'bureauCode' | 'subject' | 'rules'>,
): Promise<ClockRow | undefined> =>
  clocksUnder(db, { bureauCode, subject })
    .where(sql<boolean>`rule = any(${[...rules]}::text[])`)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()

/** Writes what moved a clock, and its new end. */
export const setEvents = (db: Db, row: Pick<ClockRow, 'bureau_code' | 'id' | 'events' | 'due_at' | 'provisional'>): Promise<ClockRow> =>
  db
    .updateTable('deadlines.clock')
    .set({ events: JSON.stringify(row.events), due_at: row.due_at, provisional: row.provisional })
    .where('bureau_code', '=', row.bureau_code)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()

interface Access {
  readonly unit_code: string
  readonly holder_id: string | null
  readonly second_id: string | null
  readonly secrecy: Secrecy
}

export const setAccess = async (db: Db, bureauCode: string, subject: string, access: Access): Promise<void> =>
  void (await db.updateTable('deadlines.clock').set(access).where('bureau_code', '=', bureauCode).where('subject', '=', subject).execute())
