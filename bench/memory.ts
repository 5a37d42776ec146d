import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { citizensVisit, type Done, loginsOf, officerVisits } from './memory/visitors.ts'
import { type Sample, type ServerProcess, startServer } from './memory/server-process.ts'
import { chooseReceipts, type Receipt } from './query/receipts.ts'
import { judge, say } from './stage/contest.ts'
import { openProvince } from './stage/databases.ts'

const mostGrowth = 1.15
const receiptsWanted = 2_000
const roles = ['dispatcher', 'officer', 'leader', 'supervisor']
const linesToShow = 12

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const megabytes = (bytes: number) => String(Math.round(bytes / 1_000_000)).padStart(8)

async function visitAll(server: ServerProcess, receipts: readonly Receipt[], isOver: () => boolean): Promise<Done> {
  const done: Done = {}
  const visit = { server, done, isOver }
  const logins = (await loginsOf(server)).filter(({ role }) => roles.includes(role))
  await Promise.all([...logins.map((login) => officerVisits(visit, login)), citizensVisit(visit, receipts)])
  return done
}

function report(samples: readonly Sample[], done: Done): void {
  say(
    `\n${Object.entries(done)
      .map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`)
      .join(', ')}`,
  )
  say('\n minutes  RSS MB  heap MB  external MB')
  const step = Math.max(1, Math.floor(samples.length / linesToShow))
  for (const { atMs, rss, heapUsed, external } of samples.filter((_, at) => at % step === 0))
    say(`${(atMs / 60_000).toFixed(1).padStart(8)}${[rss, heapUsed, external].map(megabytes).join('')}`)
  const quarter = Math.floor(samples.length / 4)
  const [second, last] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)]
  say('')
  judge('RSS, last quarter : second', mean(last.map(({ rss }) => rss)) / mean(second.map(({ rss }) => rss)), { most: mostGrowth })
  // why: between two collections a heap goes up whatever happens; what it falls back to is what is held.
  const floor = (of: readonly Sample[]) => Math.min(...of.map(({ heapUsed }) => heapUsed))
  judge('heap after collecting, last quarter : second', floor(last) / floor(second), { most: mostGrowth })
}

/** The memory of the server under mixed load: `--minutes`, ten if left out. */
export async function benchMemory(signal: AbortSignal, words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { minutes: { type: 'string', default: '10' } } })
  const forMs = Number(values.minutes) * 60_000
  const opened = await openProvince(signal)
  let server: ServerProcess | undefined
  try {
    const receipts = await chooseReceipts(opened.database, opened.platform.vault, receiptsWanted)
    server = await startServer(opened)
    const until = performance.now() + forMs
    say(`${values.minutes} 分钟混合负载 · ${values.minutes} minutes of mixed load`)
    const done = await visitAll(server, receipts, () => performance.now() > until || signal.aborted)
    signal.throwIfAborted()
    // why: the last sample is taken when the work is done, a moment after.
    await pause(1_000)
    report(server.samples, done)
  } finally {
    await server?.stop()
    await opened.close()
  }
}
