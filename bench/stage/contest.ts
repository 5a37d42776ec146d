/** One who does the work that is measured, as often as it can. */
export interface Contestant {
  readonly name: string
  /** One piece of work of one of those at work, counted from 0; gives the bytes or rows that came out of it, so that both sides can be seen to do the same. */
  turn(worker: number): Promise<number>
}

export interface Contest {
  /** Pieces of work that each contestant has in hand at a time. */
  readonly atOnce: number
  readonly rounds: number
  readonly sliceMs: number
  readonly warmUpMs: number
  readonly signal: AbortSignal
}

export interface Result {
  readonly name: string
  readonly tookMs: number[]
  readonly rates: number[]
  turns: number
  yielded: number
  elapsedMs: number
  /** Of this process: what a busy machine does not falsify. */
  cpuMs: number
}

async function slice({ turn }: Contestant, { atOnce, signal }: Contest, forMs: number) {
  const tookMs: number[] = []
  let yielded = 0
  const began = performance.now()
  const cpu = process.cpuUsage()
  const work = async (_: unknown, worker: number) => {
    while (performance.now() - began < forMs && !signal.aborted) {
      const startedAt = performance.now()
      const given = await turn(worker)
      yielded += given
      tookMs.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { user, system } = process.cpuUsage(cpu)
  return { tookMs, yielded, elapsedMs: performance.now() - began, cpuMs: (user + system) / 1_000 }
}

/** Lets the contestants work in turn, a slice each, several times round, so that whatever else the machine does meets them all. */
export async function hold(contestants: readonly Contestant[], contest: Contest): Promise<readonly Result[]> {
  const results = contestants.map(({ name }): Result => ({ name, tookMs: [], rates: [], turns: 0, yielded: 0, elapsedMs: 0, cpuMs: 0 }))
  for (const contestant of contestants) await slice(contestant, contest, contest.warmUpMs)
  for (let round = 0; round < contest.rounds && !contest.signal.aborted; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const { tookMs, yielded, elapsedMs, cpuMs } = await slice(contestant, contest, contest.sliceMs)
      const result = results[index] as Result
      for (const took of tookMs) result.tookMs.push(took)
      result.rates.push(tookMs.length / elapsedMs)
      result.turns += tookMs.length
      result.yielded += yielded
      result.elapsedMs += elapsedMs
      result.cpuMs += cpuMs
    }
  }
  contest.signal.throwIfAborted()
  return results
}

/** Turns a second. */
export const rateOf = ({ turns, elapsedMs }: Result): number => (1_000 * turns) / elapsedMs
export const percentile = (tookMs: readonly number[], part: number): number =>
  tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * part)] ?? 0

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

const column = (text: string) => text.padStart(12)
const nameWidth = 64

/** A table of what each contestant did. */
export function tell(results: readonly Result[], unit: string, yields: string): void {
  say(`\n${''.padEnd(nameWidth)}${[`${unit}/s`, 'p50 ms', 'p99 ms', 'CPU ms', yields].map(column).join('')}`)
  for (const result of results) {
    const times = [0.5, 0.99].map((part) => percentile(result.tookMs, part).toFixed(2))
    const figures = [
      rateOf(result).toFixed(rateOf(result) < 100 ? 1 : 0),
      ...times,
      (result.cpuMs / result.turns).toFixed(2),
      (result.yielded / result.turns).toFixed(0),
    ]
    say(`${result.name.padEnd(nameWidth)}${figures.map(column).join('')}`)
  }
}

/** Says a figure beside what it has to reach. */
export function judge(what: string, figure: number, { least, most }: { readonly least?: number; readonly most?: number }, more = ''): void {
  const holds = (least === undefined || figure >= least) && (most === undefined || figure <= most)
  const bar = least === undefined ? `≤ ${most}` : `≥ ${least}`
  say(
    `${what.padEnd(nameWidth)}${column(figure.toFixed(2))}   ${bar}  ${holds ? '达到 · reached' : '没有达到 · NOT reached'}${more && `   (${more})`}`,
  )
}

const rounds = (one: Result, other: Result) =>
  `rounds ${one.rates.map((rate, round) => (rate / (other.rates[round] ?? rate)).toFixed(2)).join(' ')}`

/** A ratio that has no bar. */
export const sayRatio = (one: Result, other: Result): void =>
  say(`${`${one.name} : ${other.name}`.padEnd(nameWidth)}${column((rateOf(one) / rateOf(other)).toFixed(2))}   (${rounds(one, other)})`)

/** The ratio of two contestants, with that of each round, beside what it has to reach. */
export function judgeRatio(one: Result, other: Result, least: number): void {
  judge(`${one.name} : ${other.name}`, rateOf(one) / rateOf(other), { least }, rounds(one, other))
}
