import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReceiptFacts } from '#modules/cases/server/papers/receipt-facts.ts'
import { printedFacts, renderReceipt } from '#modules/cases/server/papers/render-receipt.ts'
import { inventReceipts } from './pdf/receipts.ts'
import { type Contestant, hold, judge, judgeRatio, say, tell } from './stage/contest.ts'

const least = 0.8
const papers = 5_000
const sampleEvery = 250
const most = 1.1
const root = path.resolve(import.meta.dirname, '..')
const template = path.join(root, 'modules/cases/server/papers/acceptance-receipt.typ')

const fonts = ['noto-serif-sc/400Regular/NotoSerifSC_400Regular', 'noto-serif-sc/700Bold/NotoSerifSC_700Bold']
  .concat('source-sans-3/400Regular/SourceSans3_400Regular', 'source-sans-3/700Bold/SourceSans3_700Bold')
  .map((name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)))

/** Gives the next of these, again and again. */
function cycle<T>(all: readonly T[]): () => T {
  let at = 0
  return () => all[at++ % all.length] as T
}

/** The compiler alone, on the template and fonts of the product, with facts that were prepared before. */
function bare(receipts: readonly ReceiptFacts[]): Contestant {
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fonts }] })
  // why: the sheet that official papers share reads them beside itself.
  const folders = [path.dirname(template), path.join(root, 'platform/server/paper')]
  const prepared = receipts.map((receipt) => ({
    text: Buffer.from(JSON.stringify(printedFacts(receipt)), 'utf8'),
    creationTimestamp: Math.floor(receipt.issuedAt.getTime() / 1_000),
  }))
  const next = cycle(prepared)
  const keepCacheFor = 10
  return {
    name: 'bare typst',
    async turn() {
      const { text, creationTimestamp } = next()
      for (const folder of folders) compiler.mapShadow(path.join(folder, 'facts.json'), text)
      const compiled = compiler.compile({ mainFilePath: template, inputs: { blanks: '0' } })
      const { result } = compiled
      if (!result) {
        const reasons = compiled.takeDiagnostics()?.shortDiagnostics ?? []
        throw new Error(`the bare compiler made no paper: ${reasons.map(({ message }: { message: string }) => message).join('; ')}`)
      }
      const pdf = compiler.pdf(result, { pdfStandard: 'a-2u', creationTimestamp })
      compiler.evictCache(keepCacheFor)
      return pdf.length
    },
  }
}

function product(receipts: readonly ReceiptFacts[]): Contestant {
  const next = cycle(receipts)
  return { name: 'Daylight renderReceipt', turn: async () => (await renderReceipt(next())).length }
}

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)

/** Sets so many papers with one worker and compares the memory of the end with that of the beginning. */
async function watchMemory({ turn }: Contestant, signal: AbortSignal): Promise<void> {
  const samples: number[] = []
  for (let set = 1; set <= papers; set++) {
    await turn(0)
    signal.throwIfAborted()
    if (set % sampleEvery > 0) continue
    // why: what was thrown away is given back a moment later.
    await pause(50)
    samples.push(process.memoryUsage.rss())
  }
  say(`\nRSS in MB every ${sampleEvery} papers: ${samples.map(megabytes).join(' ')}`)
  const quarter = samples.length / 4
  judge(`memory over ${papers} papers, end : beginning`, mean(samples.slice(-quarter)) / mean(samples.slice(0, quarter)), { most })
}

/** The receipt as PDF, against the bare call of typst. */
export async function benchPdf(signal: AbortSignal): Promise<void> {
  const receipts = inventReceipts(500)
  const contestants = [product(receipts), bare(receipts)] as const
  const results = await hold(contestants, { atOnce: 1, rounds: 5, sliceMs: 3_000, warmUpMs: 3_000, signal })
  tell(results, 'papers', 'bytes')
  const [ours, theirs] = results
  if (ours && theirs) judgeRatio(ours, theirs, least)
  await watchMemory(contestants[0], signal)
}
