import { parseArgs } from 'node:util'
import { createHttp } from '#platform/server/http.ts'
import { modules } from '../app/modules.ts'
import { randomOf } from '../data/county/random.ts'
import { type Kind, prepareKinds, tryOnce } from './equality/citizens.ts'
import { mannWhitney } from './equality/mann-whitney.ts'
import { chooseReceipts } from './query/receipts.ts'
import { judge, percentile, say } from './stage/contest.ts'
import { openDemoCounty } from './stage/databases.ts'

/** Citizens of each kind: few enough for the demo county, many enough that no one of them is met by the limits of a day. */
const size = 300
const warmUp = 200
/** Shared out over the comparisons of a run, since one of many is unlikely by chance alone. */
const level = 0.01

type Http = Awaited<ReturnType<typeof createHttp>>

interface Measured {
  readonly kind: Kind
  readonly tookMs: number[]
  readonly statuses: Set<number>
}

/** All kinds in turn, in another order each time, so that whatever else the machine does meets them all. */
async function measure(
  http: Http,
  kinds: readonly Kind[],
  { tries, signal, from }: { tries: number; signal: AbortSignal; from: number },
): Promise<readonly Measured[]> {
  const random = randomOf('the order of the kinds')
  const measured = kinds.map((kind): Measured => ({ kind, tookMs: [], statuses: new Set() }))
  for (let at = -warmUp; at < tries; at += 1) {
    const order = measured.map((one) => ({ one, key: random.next() })).toSorted((a, b) => a.key - b.key)
    for (const { one } of order) {
      signal.throwIfAborted()
      const index = (at + warmUp) % size
      const address = `2001:db8:${(from + measured.indexOf(one)).toString(16)}:${index.toString(16)}::1`
      const { ms, status } = await tryOnce(http, one.kind, index, address)
      one.statuses.add(status)
      if (at >= 0) one.tookMs.push(ms)
    }
  }
  return measured
}

const column = (text: string) => text.padStart(11)

/** Each kind against the first; prints p and how often it took longer. */
function compare(measured: readonly Measured[], comparisons: number): void {
  const [first, ...others] = measured as [Measured, ...Measured[]]
  say(`\n${''.padEnd(32)}${['p50 ms', 'p95 ms', 'status', 'longer', 'p'].map(column).join('')}`)
  for (const one of measured) {
    const { p, larger } = mannWhitney(one.tookMs, first.tookMs)
    const figures = [percentile(one.tookMs, 0.5).toFixed(3), percentile(one.tookMs, 0.95).toFixed(3), [...one.statuses].join('/')]
    say(`${one.kind.name.padEnd(32)}${[...figures, ...(one === first ? [] : [larger.toFixed(3), p.toFixed(4)])].map(column).join('')}`)
  }
  for (const one of others)
    judge(`p, ${one.kind.name} : ${first.kind.name}`, mannWhitney(one.tookMs, first.tookMs).p, {
      least: Number((level / comparisons).toFixed(4)),
    })
}

/** A difference of a twentieth must be seen at this size, or that none was seen would mean nothing. */
function control({ tookMs }: Measured): void {
  const slower = tookMs.map((ms) => ms * 1.05)
  judge('control: p of the first kind against itself, five in a hundred slower', mannWhitney(slower, tookMs).p, { most: level })
}

/** Whether the times of the public answers tell what the answers do not: `--tries`, 5,000 of each kind if left out. */
export async function benchEquality(signal: AbortSignal, words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { tries: { type: 'string', default: '5000' } } })
  const opened = await openDemoCounty(signal)
  try {
    const { database, platform } = opened
    const receipts = await chooseReceipts(database, platform.vault, size * 10)
    const steps = await prepareKinds({ database, vault: platform.vault, receipts, size })
    const comparisons = steps.reduce((sum, kinds) => sum + kinds.length - 1, 0)
    const http = await createHttp({ modules, getPlatform: () => platform, identify: async () => null })
    for (const [step, kinds] of steps.entries()) {
      const measured = await measure(http, kinds, { tries: Number(values.tries), signal, from: step * 16 + 1 })
      compare(measured, comparisons)
      control(measured[0] as Measured)
    }
    await http.close()
  } finally {
    await opened.close()
  }
}
