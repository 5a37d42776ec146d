import { type Kysely, sql } from 'kysely'
import { sentAhead } from '#platform/server/pipelined-client.ts'
import type { AuditEntry, AuditSink } from '#platform/server/context.ts'
import { chainEntries } from './chain-entries.ts'
import { contentOf, encode, nothingBefore } from './link.ts'
import type { AuditTables, ChainRow, EntryRow } from './tables.ts'

/** Appends one entry in one statement: the row of the chain is locked, moved on and hashed by the database itself. */
export const auditSink: AuditSink = {
  async append(open, entry) {
    const content = contentOf(entry)
    const encoded = encode(content)
    await sql`
      with head as (
        insert into audit.chain as before (bureau_code, chain, last_seq, last_hash)
        values (${content.bureau_code}, ${content.chain}, 1, sha256(${nothingBefore}::bytea || int8send(1) || ${encoded}::bytea))
        on conflict (bureau_code, chain) do update set
          last_seq = before.last_seq + 1,
          last_hash = sha256(before.last_hash || int8send(before.last_seq + 1) || ${encoded}::bytea)
        returning last_seq, last_hash
      )
      insert into audit.entry (bureau_code, chain, seq, at, actor_kind, actor_id, actor_name, actor_unit, actor_roles,
        action, subject, is_secret, unit_code, outcome, hash)
      select ${content.bureau_code}, ${content.chain}, last_seq, ${content.at}, ${content.actor_kind}, ${content.actor_id},
        ${content.actor_name}, ${content.actor_unit}, ${content.actor_roles}::text[], ${content.action}, ${content.subject},
        ${content.is_secret}::boolean, ${content.unit_code}, ${content.outcome}, last_hash
      from head ${sentAhead}`.execute(open.as<AuditTables>())
  },
}

const chunkSize = 5_000

/** Appends many entries in the given order, exactly as one by one; for bulk loads, inside the caller's transaction. */
export async function appendEntries(db: Kysely<AuditTables>, entries: readonly AuditEntry[]): Promise<void> {
  const contents = entries.map(contentOf)
  const bureaus = [...new Set(contents.map((content) => content.bureau_code))]
  const heads = await db.selectFrom('audit.chain').selectAll().where('bureau_code', 'in', bureaus).orderBy('chain').forUpdate().execute()
  const chained = chainEntries(entries, heads)
  for (let start = 0; start < chained.rows.length; start += chunkSize) await saveRows(db, chained.rows.slice(start, start + chunkSize))
  await saveHeads(db, chained.heads)
}

async function saveRows(db: Kysely<AuditTables>, rows: readonly EntryRow[]): Promise<void> {
  const given = JSON.stringify(rows.map((row) => ({ ...row, hash: row.hash.toString('hex') })))
  await sql`
    insert into audit.entry (bureau_code, chain, seq, at, actor_kind, actor_id, actor_name, actor_unit, actor_roles,
      action, subject, is_secret, unit_code, outcome, hash)
    select bureau_code, chain, seq, at, actor_kind, actor_id, actor_name, actor_unit, actor_roles,
      action, subject, is_secret, unit_code, outcome, decode(hash, 'hex')
    from jsonb_to_recordset(${given}::jsonb) as given (bureau_code text, chain smallint, seq bigint, at timestamptz, actor_kind text,
      actor_id text, actor_name text, actor_unit text, actor_roles text[], action text, subject text, is_secret boolean, unit_code text,
      outcome text, hash text)`.execute(db)
}

async function saveHeads(db: Kysely<AuditTables>, heads: readonly ChainRow[]): Promise<void> {
  if (heads.length === 0) return
  await db
    .insertInto('audit.chain')
    .values([...heads])
    .onConflict((there) =>
      there.columns(['bureau_code', 'chain']).doUpdateSet({
        last_seq: (head) => head.ref('excluded.last_seq'),
        last_hash: (head) => head.ref('excluded.last_hash'),
      }),
    )
    .execute()
}
