import type pg from 'pg'

/** A statement as the product asked it. */
export interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

type Query = string | { text: string; values?: unknown[] }

/** Every statement that a piece of work asks of the pool. */
export async function statementsOf(pool: pg.Pool, work: () => Promise<unknown>): Promise<readonly Asked[]> {
  const { connect: before } = pool
  const connect = before.bind(pool) as () => Promise<pg.PoolClient>
  const asked: Asked[] = []
  const watched = async () => {
    const client = await connect()
    const query = (one: Query, values: unknown[] = []) => {
      asked.push(typeof one === 'string' ? { text: one, values } : { text: one.text, values: one.values ?? [] })
      return typeof one === 'string' ? client.query(one, values) : client.query(one)
    }
    return { query, release: () => client.release() }
  }
  Object.assign(pool, { connect: watched })
  try {
    await work()
  } finally {
    Object.assign(pool, { connect: before })
  }
  return asked
}

interface Explained {
  readonly lines: readonly string[]
  readonly tookMs: number
}

const quoted = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Array.isArray(value)) return `'{${value.map(String).join(',')}}'`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}

/** The plan that the database takes when it knows the values, with the time that each part of it took. */
export async function explain(pool: pg.Pool, { text, values }: Asked): Promise<Explained> {
  const filled = text.replaceAll(/\$(\d+)/g, (_, place: string) => quoted(values[Number(place) - 1]))
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${filled}`)
  const lines = rows.map((row) => row['QUERY PLAN'])
  return { lines, tookMs: Number(/Execution Time: ([\d.]+)/.exec(lines.join('\n'))?.[1] ?? Number.NaN) }
}
