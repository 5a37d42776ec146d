import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { receiveIncident } from '#modules/incidents/server/receive-incident.ts'
import { perform } from '#platform/server/action.ts'
import { openDatabase } from '#platform/server/database.ts'
import { copier, rowsWrittenWith } from './intake/written-rows.ts'
import { commitTakes } from './query/durability.ts'
import { type Contestant, hold, judge, judgeRatio, rateOf, say, sayRatio, tell } from './stage/contest.ts'
import { type BenchDatabase, openSomeCounties } from './stage/databases.ts'
import { oneInEachBureau } from './stage/officers.ts'

const atOnce = 16
const least = 0.5
/** Calls a second at the desks of one bureau, where each waits for the one before (ADR 0028). */
const leastInOneBureau = 30

const call = () => ({
  id: uuid(),
  source: '110',
  category: 'theft',
  grade: 'III',
  reporterName: '贺秀兰',
  reporterPhone: '19900000417',
  place: '鼓楼东街27号门前',
  summary: '报警人称停放在楼下的电动自行车电瓶被盗，价值约六百余元，附近有监控。',
})

/** Calls that these officers take at their desks, each in a transaction of its own. */
function product({ platform }: BenchDatabase, name: string, officers: readonly Officer[]): Contestant {
  return {
    name,
    async turn(worker) {
      const officer = officers[worker % officers.length] as Officer
      await perform(platform, receiveIncident, officer, call())
      return 1
    },
  }
}

interface Peer {
  readonly name: string
  readonly officers: readonly Officer[]
  /** Places in the trail that nobody else takes. */
  nextPlace(): number
}

/** The rows of one call taken by the product, inserted again and again by `pg` alone; nothing is hashed, sealed or asked for. */
async function bare(opened: BenchDatabase, { name, officers, nextPlace }: Peer): Promise<Contestant> {
  const copies = await Promise.all(
    officers.map(async (officer) => {
      const { id } = await perform(opened.platform, receiveIncident, officer, call())
      return copier(await rowsWrittenWith(opened.database.pool, id), nextPlace)
    }),
  )
  const { pool } = openDatabase(opened.connection, () => undefined)
  return {
    name,
    async turn(worker) {
      const inserts = copies[worker % copies.length]?.() ?? []
      const client = await pool.connect()
      try {
        await client.query('begin')
        for (const { name: statement, text, values } of inserts) await client.query({ name: statement, text, values: [...values] })
        await client.query('commit')
        return 1
      } finally {
        client.release()
      }
    },
  }
}

/** Incidents taken by `perform(receiveIncident)`, against inserts of the same rows. */
export async function benchIntake(signal: AbortSignal): Promise<void> {
  const opened = await openSomeCounties(signal, atOnce)
  try {
    const dispatchers = await oneInEachBureau(opened, 'dispatcher')
    let place = 1_000_000_000
    const nextPlace = () => ++place
    const first = dispatchers.slice(0, 1)
    const contestants = [
      product(opened, 'Daylight, sixteen bureaus', dispatchers),
      await bare(opened, { name: 'bare inserts, sixteen bureaus', officers: dispatchers, nextPlace }),
      product(opened, 'Daylight, one bureau', first),
      await bare(opened, { name: 'bare inserts, one bureau', officers: first, nextPlace }),
    ]
    const commitMs = await commitTakes(opened.database.pool)
    const results = await hold(contestants, { atOnce, rounds: 5, sliceMs: 2_000, warmUpMs: 1_500, signal })
    say(`\n${atOnce} at once, each call durable before the next. A small commit alone takes ${commitMs.toFixed(1)} ms here.`)
    tell(results, 'calls', 'each')
    const [product16, bare16, product1, bare1] = results
    if (!product16 || !bare16 || !product1 || !bare1) return
    say('')
    judgeRatio(product16, bare16, least)
    say(
      'In one bureau the calls wait for each other, since a number is given back if its call fails; the ratio has no bar, the rate has (ADR 0028):',
    )
    sayRatio(product1, bare1)
    judge('Daylight, one bureau: calls/s', rateOf(product1), { least: leastInOneBureau })
  } finally {
    await opened.close()
  }
}
