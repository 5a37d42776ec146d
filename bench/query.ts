import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import v8 from 'node:v8'
import { createHttp } from '#platform/server/http.ts'
import { modules } from '../app/modules.ts'
import type { BareOrder } from './query-bare.ts'
import type { ProductOrder } from './query-product.ts'
import { Browser, completeQuery } from './query/browser.ts'
import { judge, say } from './stage/contest.ts'
import { type BenchDatabase, openProvince } from './stage/databases.ts'
import { commitTakes } from './query/durability.ts'
import { chooseReceipts, lookBefore, type Receipt } from './query/receipts.ts'
import { Recorder, recordQuery, type Recording } from './query/recording.ts'

const atOnce = 16
const leastRatio = 0.6
const mostP99 = 2
const rounds = 4
const sliceMs = 2_000
const warmUpMs = 1_500
// why: a party has 25 tries a day, and the limits must not be what is measured.
const triesEach = 24
const receiptsOfProduct = 2_000
const receiptsOfBare = 400

interface Peer {
  readonly name: string
  readonly port: number
  readonly prefix: string
  readonly receipts: readonly Receipt[]
  /** How often one receipt may be used; the bare server counts tries too, but never looks at them. */
  readonly most: number
  used: number
  queries: number
  bytes: number
  pages: number
  elapsedMs: number
  readonly tookMs: number[]
  readonly rates: number[]
}

const untried = () => ({ used: 0, queries: 0, bytes: 0, pages: 0, elapsedMs: 0, tookMs: [], rates: [] })

/** Sends complete queries, so many at once, for a while. */
async function load(peer: Peer, forMs: number, signal: AbortSignal): Promise<{ queries: number; elapsedMs: number; tookMs: number[] }> {
  const browsers = await Promise.all(Array.from({ length: atOnce }, () => Browser.open(peer.port)))
  const tookMs: number[] = []
  const began = performance.now()
  const work = async (browser: Browser) => {
    while (performance.now() - began < forMs && !signal.aborted) {
      if (peer.used >= peer.receipts.length * peer.most) throw new Error('all receipts are used up; raise their number')
      const receipt = peer.receipts[peer.used++ % peer.receipts.length] as Receipt
      const sentAt = performance.now()
      const bytes = await completeQuery(browser, receipt, peer.prefix)
      peer.bytes += bytes
      peer.pages += 1
      tookMs.push(performance.now() - sentAt)
    }
  }
  await Promise.all(browsers.map(work)).finally(() => {
    for (const browser of browsers) browser.close()
  })
  return { queries: tookMs.length, elapsedMs: performance.now() - began, tookMs }
}

async function measure(peers: readonly Peer[], signal: AbortSignal): Promise<void> {
  for (const peer of peers) await load(peer, warmUpMs, signal)
  for (let round = 0; round < rounds && !signal.aborted; round++) {
    for (const peer of peers) {
      const { queries, elapsedMs, tookMs } = await load(peer, sliceMs, signal)
      peer.queries += queries
      peer.elapsedMs += elapsedMs
      peer.rates.push(queries / elapsedMs)
      for (const took of tookMs) peer.tookMs.push(took)
    }
  }
  signal.throwIfAborted()
}

const rateOf = ({ queries, elapsedMs }: Peer): number => (1_000 * queries) / elapsedMs
const percentile = ({ tookMs }: Peer, part: number): number => tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * part)] ?? 0

interface Peers {
  readonly product: Peer
  readonly bare: Peer
  readonly readOnly: Peer
  readonly productUnwaited: Peer
  readonly bareUnwaited: Peer
}

const ratioOf = (one: Peer, other: Peer): string => (rateOf(one) / rateOf(other)).toFixed(2)

function report({ product, bare, readOnly, productUnwaited, bareUnwaited }: Peers, recording: Recording, commitMs: number): void {
  const count = (turns: Recording['page']['turns']) => turns.reduce((sum, turn) => sum + turn.length, 0)
  say(
    `\n${atOnce} at a time, ${rounds} rounds of ${sliceMs / 1_000} s each in turn; one complete query is two requests: the form with number, phone and`,
  )
  say(
    `code (${count(recording.confirm.turns)} statements, begin and commit included) and the page (${count(recording.page.turns)} statements). A small commit alone takes ${commitMs.toFixed(1)} ms here.\n`,
  )
  say(`${''.padEnd(34)}${['queries/s', 'requests/s', 'p50 ms', 'p99 ms', 'page bytes'].map((title) => title.padStart(12)).join('')}`)
  for (const peer of [product, bare, readOnly, productUnwaited, bareUnwaited]) {
    const times = [percentile(peer, 0.5), percentile(peer, 0.99)].map((time) => time.toFixed(1))
    const figures = [rateOf(peer).toFixed(0), (2 * rateOf(peer)).toFixed(0), ...times, (peer.bytes / peer.pages).toFixed(0)]
    say(`${peer.name.padEnd(34)}${figures.map((figure) => figure.padStart(12)).join('')}`)
  }
  const byRound = product.rates.map((rate, round) => (rate / (bare.rates[round] ?? rate)).toFixed(2)).join(' ')
  say('')
  judge('ratio to the bare server', rateOf(product) / rateOf(bare), { least: leastRatio }, `rounds ${byRound}`)
  judge('p99 to that of the bare server', percentile(product, 0.99) / percentile(bare, 0.99), { most: mostP99 })
  say(`the same without waiting for disk ${''.padEnd(42)}${ratioOf(productUnwaited, bareUnwaited)}`)
  say(`ratio to reading alone ${''.padEnd(53)}${ratioOf(product, readOnly)}`)
}

const children = (): { start(file: string, order: BareOrder | ProductOrder): Promise<number>; stop(): Promise<void> } => {
  const running: ChildProcess[] = []
  return {
    async start(file, order) {
      const child = fork(path.join(import.meta.dirname, file))
      running.push(child)
      child.send(order)
      const [port] = (await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended by itself`))),
      ])) as [number]
      return port
    },
    async stop() {
      const alive = running.filter((child) => child.exitCode === null && child.signalCode === null)
      for (const child of alive) child.kill('SIGTERM')
      await Promise.all(alive.map((child) => once(child, 'exit')))
    },
  }
}

/** What the product asks and answers, for each receipt of the bare server. */
async function recordAll({ database, config, platform }: BenchDatabase, receipts: readonly Receipt[]): Promise<Recording[]> {
  const http = await createHttp({ modules, getPlatform: () => platform, identify: async () => null, ownOrigins: [config.publicUrl] })
  const recorder = new Recorder(database.pool)
  const recordings: Recording[] = []
  for (const receipt of receipts) recordings.push(await recordQuery(http, recorder, receipt))
  await http.close()
  recorder.stop()
  return recordings
}

/** A complete query by the code of the receipt, against `node:http` and `pg` doing the same without us. */
export async function benchQuery(signal: AbortSignal): Promise<void> {
  const county = await openProvince(signal)
  const servers = children()
  try {
    const receipts = await chooseReceipts(county.database, county.platform.vault, receiptsOfBare + receiptsOfProduct)
    await lookBefore(county.database, receipts)
    const [ofBare, ofProduct] = [receipts.slice(0, receiptsOfBare), receipts.slice(receiptsOfBare)]
    const recordings = await recordAll(county, ofBare)
    const { home } = county.config
    const file = path.join(home, 'recordings.bin')
    await writeFile(file, v8.serialize(recordings))
    const order = { connection: county.connection, home, recordings: file }
    const start = (kind: string, isDurable: boolean) => servers.start(kind, { ...order, isDurable })
    const half = Math.floor(ofProduct.length / 2)
    const peer = (name: string, port: number, receipts: readonly Receipt[], most = Number.POSITIVE_INFINITY): Peer => ({
      name,
      port,
      prefix: '',
      receipts,
      most,
      ...untried(),
    })
    const peers: Peers = {
      product: peer('Daylight', await start('query-product.ts', true), ofProduct.slice(0, half), triesEach),
      bare: peer('bare, same statements', await start('query-bare.ts', true), ofBare),
      readOnly: { ...peer('bare, reading alone', await start('query-bare.ts', true), ofBare), prefix: '/read-only' },
      productUnwaited: peer('Daylight, disk not awaited', await start('query-product.ts', false), ofProduct.slice(half), triesEach),
      bareUnwaited: peer('bare, disk not awaited', await start('query-bare.ts', false), ofBare),
    }
    const commitMs = await commitTakes(county.database.pool)
    await measure(Object.values(peers) as Peer[], signal)
    report(peers, recordings[0] as Recording, commitMs)
  } finally {
    await servers.stop()
    await county.close()
  }
}
