import { once } from 'node:events'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { OpenDatabase, OpenTransaction } from './database.ts'
import { openAs } from './database.ts'
import { lineOf } from './copy-text.ts'

/** One transaction that fills many tables. All of it stands, or nothing. */
export interface BulkLoad {
  readonly open: OpenTransaction
  /** Adds rows, all with the same columns. They are written when enough have come together; JSON goes in as text. */
  add(table: string, rows: readonly object[]): void
  /** Sends what has come together; waits while the database is behind. */
  flush(): Promise<void>
  /** Writes everything of these tables, in this order: parents before their children. */
  write(tables: readonly string[]): Promise<void>
}

const enoughBytes = 1_000_000

/** The lines of one table that wait to be written. */
interface Waiting {
  readonly columns: readonly string[]
  chunks: Buffer[]
  text: string
  bytes: number
}

async function copy(client: pg.PoolClient, table: string, { columns, chunks }: Pick<Waiting, 'columns' | 'chunks'>): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const finished = once(stream, 'finish')
  for (const chunk of chunks) if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), finished])
  stream.end()
  await finished
}

function collect() {
  const tables = new Map<string, Waiting>()
  const pack = (waiting: Waiting) => {
    if (waiting.text === '') return
    const chunk = Buffer.from(waiting.text, 'utf8')
    waiting.chunks.push(chunk)
    waiting.bytes += chunk.length
    waiting.text = ''
  }
  return {
    tables,
    add(table: string, rows: readonly object[]) {
      const [first] = rows
      if (!first) return
      const waiting = tables.get(table) ?? { columns: Object.keys(first), chunks: [], text: '', bytes: 0 }
      tables.set(table, waiting)
      for (const row of rows) waiting.text += lineOf(row, waiting.columns)
      if (waiting.text.length > enoughBytes / 4) pack(waiting)
    },
    take(table: string) {
      const waiting = tables.get(table)
      if (!waiting) return null
      pack(waiting)
      const { chunks, columns, bytes } = waiting
      waiting.chunks = []
      waiting.bytes = 0
      return bytes > 0 ? { chunks, columns } : null
    },
  }
}

/**
 * Fills tables with COPY in one transaction of the working role. Tables named in `late` wait for `write`, because they point to
 * others; all the rest leave as they come.
 */
export async function loadInBulk(database: OpenDatabase, late: readonly string[], work: (load: BulkLoad) => Promise<void>): Promise<void> {
  const client = await database.pool.connect()
  const waiting = collect()
  const send = async (table: string) => {
    const taken = waiting.take(table)
    if (taken) await copy(client, table, taken)
  }
  try {
    await client.query('begin')
    await work({
      open: openAs(transactionOf(client)),
      add: waiting.add,
      async flush() {
        for (const [table, { bytes }] of waiting.tables) if (bytes > enoughBytes && !late.includes(table)) await send(table)
      },
      async write(tables) {
        for (const table of tables) await send(table)
      },
    })
    for (const table of waiting.tables.keys()) await send(table)
    await client.query('commit')
    client.release()
  } catch (error) {
    // why: closing the connection rolls back, whatever state a broken copy has left it in.
    client.release(error as Error)
    throw error
  }
}

/** The open transaction of one client as the modules' doors take it. */
const transactionOf = (client: pg.PoolClient): Kysely<object> =>
  new Kysely<object>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => ({ query: client.query.bind(client), release: () => undefined }),
        end: async () => undefined,
      } as unknown as pg.Pool,
    }),
  })

/** Lets the planner know what is there; as the owner, since only the owner may. */
export async function gatherStatistics({ pool }: OpenDatabase): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set role daylight_owner')
    await client.query('analyze')
  } finally {
    // why: not to be used again under the other role.
    client.release(true)
  }
}
