import { createHash } from 'node:crypto'
import type { Officer } from '#kernel/actor.ts'
import { listCases } from '#modules/cases/server/list-cases.ts'
import { listIncidents } from '#modules/incidents/server/list-incidents.ts'
import { writeCursor } from '#platform/server/cursor.ts'
import { ask } from '#platform/server/query.ts'
import { type Asked, explain, statementsOf } from './lists/asked.ts'
import { type Contestant, hold, judge, judgeRatio, percentile, type Result, say, tell } from './stage/contest.ts'
import { type BenchDatabase, openProvince } from './stage/databases.ts'
import { oneInEachBureau, widestReader } from './stage/officers.ts'

const least = 0.5
const most = 1.3
const deep = 25_000
const contest = { atOnce: 4, rounds: 4, sliceMs: 1_000, warmUpMs: 500 }

interface ListOf {
  readonly title: string
  readonly table: 'incidents.incident' | 'cases.case'
  readonly time: 'received_at' | 'opened_at'
  read(opened: BenchDatabase, reader: Officer, input: object): Promise<{ rows: readonly unknown[] }>
}

const lists: readonly ListOf[] = [
  {
    title: 'incidents',
    table: 'incidents.incident',
    time: 'received_at',
    read: ({ platform }, reader, input) => ask(platform, listIncidents, reader, input),
  },
  {
    title: 'cases',
    table: 'cases.case',
    time: 'opened_at',
    read: ({ platform }, reader, input) => ask(platform, listCases, reader, input),
  },
]

interface Reader {
  readonly title: string
  readonly officer: Officer
}

async function readersIn(opened: BenchDatabase): Promise<readonly Reader[]> {
  const [officers, leaders] = await Promise.all([oneInEachBureau(opened, 'officer'), oneInEachBureau(opened, 'leader')])
  const [officer, leader] = [officers[0], leaders[0]]
  if (!officer || !leader) throw new Error('there is nobody to read the lists')
  const widest = await widestReader(opened)
  const isProvince = widest.grants.length > 1
  return [
    { title: 'station officer', officer },
    { title: 'county leader', officer: leader },
    { title: isProvince ? 'province-wide reader' : 'county supervisor', officer: widest },
  ]
}

/** The statements of a page that read its table: the page itself and its count. */
const about = (asked: readonly Asked[], { table }: ListOf): readonly Asked[] => {
  const [schema, name] = table.split('.')
  return asked.filter(({ text }) => text.includes(`"${schema}"."${name}"`))
}

const pageLimit = 50

const ours = (opened: BenchDatabase, list: ListOf, { officer }: Reader, input: object): Contestant => ({
  name: `Daylight`,
  turn: async () => Buffer.byteLength(JSON.stringify(await list.read(opened, officer, input))),
})

// why: what is sealed would be written as a list of numbers, and nobody sends it so.
const plainOf = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => !Buffer.isBuffer(value)))

/** The same page and count as SQL text, and `JSON.stringify`. */
async function theirs({ database }: BenchDatabase, asked: readonly Asked[]): Promise<Contestant> {
  const [first] = asked
  const probe = first ? await database.pool.query(first.text, [...first.values]) : { rows: [] }
  const columns = Object.keys(plainOf((probe.rows[0] ?? {}) as Record<string, unknown>)).map((name) => `"${name}"`)
  const statements = asked.map(({ text, values }, index) => ({
    name: `bare-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`,
    text: index === 0 ? `select ${columns.join(', ')} from (${text}) as page` : text,
    values: [...values],
  }))
  return {
    name: 'bare SQL + JSON.stringify',
    async turn() {
      const client = await database.pool.connect()
      try {
        const answers = []
        for (const statement of statements) answers.push((await client.query(statement)).rows)
        return Buffer.byteLength(JSON.stringify(answers))
      } finally {
        client.release()
      }
    },
  }
}

/** The cursor of the page that begins after so many rows, or after three quarters of the list where it is shorter. */
async function cursorAt({ database }: BenchDatabase, list: ListOf, page: Asked): Promise<{ after: string; row: number } | null> {
  const all = page.text.replace(/\s+limit \$\d+\s*$/, '')
  const values = page.values.slice(0, -1)
  const counted = await database.pool.query<{ count: number }>(`select count(*) as count from (${all}) as found`, values)
  const row = Math.min(deep, Math.floor(0.75 * (counted.rows[0]?.count ?? 0)))
  const { rows } = await database.pool.query<{ id: string; at: Date }>(
    `select id, ${list.time} as at from (${all}) as found order by ${list.time} desc, id desc offset ${Math.max(row - 1, 0)} limit 1`,
    values,
  )
  const [place] = rows
  return place ? { after: writeCursor(place), row } : null
}

const middle = (result: Result | undefined): number => percentile(result?.tookMs ?? [], 0.5)

async function measure(opened: BenchDatabase, list: ListOf, reader: Reader, signal: AbortSignal): Promise<void> {
  const { pool } = opened.database
  const input = { limit: pageLimit }
  const asked = about(await statementsOf(pool, () => list.read(opened, reader.officer, input)), list)
  const [page] = asked
  if (!page) throw new Error(`the list of ${list.title} did not read ${list.table}`)
  const cursor = await cursorAt(opened, list, page)
  const next = { ...input, ...(cursor && { after: cursor.after }) }
  say(`\n── ${list.title}, ${reader.title} ──`)
  const deepAsked = about(await statementsOf(pool, () => list.read(opened, reader.officer, next)), list)
  for (const [title, statement] of [
    ['page 1', page],
    ['count', asked[1]],
    [`page after row ${cursor?.row}`, deepAsked[0]],
  ] as const) {
    if (!statement) continue
    const { lines, tookMs } = await explain(pool, statement)
    say(`${title}: ${tookMs.toFixed(2)} ms in the database`)
    for (const line of lines) say(`    ${line}`)
  }
  const contestants = [
    ours(opened, list, reader, input),
    await theirs(opened, asked),
    { ...ours(opened, list, reader, next), name: `Daylight, page after row ${cursor?.row}` },
  ]
  const results = await hold(contestants, { ...contest, signal })
  tell(results, 'pages', 'bytes')
  const [product, bare, later] = results
  if (product && bare) judgeRatio(product, bare, least)
  judge(`page after row ${cursor?.row} : page 1`, middle(later) / middle(product), { most })
}

/** The lists of incidents and cases for those who see little, much and all. */
export async function benchLists(signal: AbortSignal): Promise<void> {
  const opened = await openProvince(signal)
  try {
    const readers = await readersIn(opened)
    for (const list of lists) for (const reader of readers) await measure(opened, list, reader, signal)
  } finally {
    await opened.close()
  }
}
