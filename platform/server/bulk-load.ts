import { once } from 'node:events'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { lineOf } from './copy-text.ts'
import { openAs, type OpenDatabase, type OpenTransaction } from './database.ts'

/** One transaction that fills many tables. All of it stands, or nothing. */
export interface BulkLoad {
  readonly open: OpenTransaction
  /** Adds rows, all with the same columns; JSON goes in as text. */
  add(table: string, rows: readonly object[]): void
  /** Lets what has come together leave while the caller goes on; waits only where the database is behind. */
  flush(): Promise<void>
}

const packedBytes = 250_000
/** So much leaves together, and so much may wait while the database is busy. */
const enoughBytes = 2_000_000
const tooManyBytes = 16_000_000

/** The lines of one table that wait to be written. */
interface Waiting {
  readonly columns: readonly string[]
  chunks: Buffer[]
  text: string
  bytes: number
}

async function copy(client: pg.Client, table: string, { columns, chunks }: Pick<Waiting, 'columns' | 'chunks'>): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const finished = once(stream, 'finish')
  for (const chunk of chunks) if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), finished])
  stream.end()
  await finished
}

interface Taken extends Pick<Waiting, 'columns' | 'chunks'> {
  readonly table: string
}

/** What waits, by table. */
function collect(children: readonly string[]) {
  const tables = new Map<string, Waiting>()
  const pack = (waiting: Waiting) => {
    if (waiting.text === '') return
    const chunk = Buffer.from(waiting.text, 'utf8')
    waiting.chunks.push(chunk)
    waiting.bytes += chunk.length
    waiting.text = ''
  }
  const take = (from: readonly (readonly [string, Waiting])[]): Taken[] =>
    from.flatMap(([table, waiting]) => {
      pack(waiting)
      const { chunks, columns } = waiting
      Object.assign(waiting, { chunks: [], bytes: 0 })
      return chunks.length > 0 ? [{ table, chunks, columns }] : []
    })
  let added = 0
  const parents = () => [...tables].filter(([table]) => !children.includes(table))
  return {
    add(table: string, rows: readonly object[]) {
      const [first] = rows
      if (!first) return
      const waiting = tables.get(table) ?? { columns: Object.keys(first), chunks: [], text: '', bytes: 0 }
      tables.set(table, waiting)
      for (const row of rows) waiting.text += lineOf(row, waiting.columns)
      added += rows.length
      if (waiting.text.length > packedBytes) pack(waiting)
    },
    added: () => added,
    bytes: () => parents().reduce((sum, [, { bytes, text }]) => sum + bytes + text.length, 0),
    takeParents: () => take(parents()),
    takeChildren: () =>
      take(
        [...tables]
          .filter(([table]) => children.includes(table))
          .toSorted(([one], [other]) => children.indexOf(one) - children.indexOf(other)),
      ),
  }
}

/** Sends in the background, one batch after the other. */
function sender(client: pg.Client) {
  let sending = Promise.resolve()
  let isBusy = false
  const copyAll = async (batch: readonly Taken[]) => {
    for (const { table, ...lines } of batch) await copy(client, table, lines)
    isBusy = false
  }
  return {
    isBusy: () => isBusy,
    finished: () => sending,
    send(batch: readonly Taken[]) {
      isBusy = true
      sending = sending.then(() => copyAll(batch))
      // why: a failure is met where the caller waits for it; until then it must not end the process.
      sending.catch(() => undefined)
    },
  }
}

/**
 * A connection outside of the pool, for the caller to end: COPY keeps one to itself, which one that sends statements ahead cannot give.
 * The password is named, since it hides from copies.
 */
async function connectAlone({ pool: { options } }: OpenDatabase): Promise<pg.Client> {
  const client = new pg.Client({ ...options, password: options.password, pipeline: false })
  await client.connect()
  return client
}

/**
 * Fills tables with COPY in one transaction of the working role. `children` names the tables that point to others, each after those
 * it points to; they are written last of all. Gives the number of rows.
 */
export async function loadInBulk(
  database: OpenDatabase,
  children: readonly string[],
  work: (load: BulkLoad) => Promise<void>,
): Promise<number> {
  const client = await connectAlone(database)
  const waiting = collect(children)
  const copying = sender(client)
  try {
    await client.query('begin')
    await work({
      open: openAs(transactionOf(client)),
      add: waiting.add,
      async flush() {
        if (waiting.bytes() > tooManyBytes) await copying.finished()
        if (!copying.isBusy() && waiting.bytes() > enoughBytes) copying.send(waiting.takeParents())
        // why: what is on its way needs the event loop now and then.
        await new Promise<void>((resolve) => void setImmediate(resolve))
      },
    })
    copying.send(waiting.takeParents())
    // why: last, since the check of a foreign key is planned once, and a plan made for an empty table would scan the full one.
    copying.send(waiting.takeChildren())
    await copying.finished()
    await client.query('commit')
    return waiting.added()
  } finally {
    // why: closing the connection rolls back what did not come to its end, whatever state a broken copy has left it in.
    await client.end()
  }
}

/** The open transaction of one client as the modules' doors take it. */
const transactionOf = (client: pg.Client): Kysely<object> =>
  new Kysely<object>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => ({ query: client.query.bind(client), release: () => undefined }),
        end: async () => undefined,
      } as unknown as pg.Pool,
    }),
  })

/** Lets the planner know what is there; as the owner, since only the owner may. */
export async function gatherStatistics(database: OpenDatabase): Promise<void> {
  const client = await connectAlone(database)
  try {
    await client.query('set role daylight_owner')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
