import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperDelivery, PaperOrder } from './paper-order.ts'

const fonts = [
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
].map((url) => fileURLToPath(url))

/** Printed where no font has the character: the printers' sign for a missing piece of type, to be filled in by hand. */
const geta = '〓'
const missingText = /the text `\\*"(.+?)\\*"` could not be displayed/
const mostBlanks = 20
const keepCacheFor = 10

const compiler = NodeCompiler.create({
  workspace: path.resolve(import.meta.dirname, '../../..'),
  fontArgs: [{ fontPaths: fonts }],
})

/** The pages, or why there are none. */
function set(order: PaperOrder, facts: string, blanks: number): Uint8Array | readonly string[] {
  // why: beside the template, and beside the sheet that official papers share.
  for (const folder of new Set([path.dirname(order.template), import.meta.dirname]))
    compiler.mapShadow(path.join(folder, 'facts.json'), Buffer.from(facts, 'utf8'))
  const compiled = compiler.compile({ mainFilePath: order.template, inputs: { blanks: String(blanks) } })
  if (!compiled.result)
    return compiled.takeDiagnostics()?.shortDiagnostics.map(({ message }: { message: string }) => message) ?? ['no reason given']
  try {
    return Uint8Array.from(compiler.pdf(compiled.result, { pdfStandard: 'a-2u', creationTimestamp: order.issuedAtSeconds }))
  } catch (error) {
    // why: faults of the export come as the printed form of a Rust structure.
    return [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message)
  }
}

const unescaped = (text: string) => text.replaceAll(/\\+u\{([\da-f]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))

/** PDF/A refuses a character that no font has, and says which. */
const missingIn = (diagnostics: readonly string[]): readonly string[] =>
  diagnostics
    .flatMap((line) => Array.from(unescaped(missingText.exec(line)?.[1] ?? '')))
    .filter((character) => character > '~' && character !== geta)

function carryOut(order: PaperOrder): PaperDelivery {
  let facts = order.facts
  const blanked = new Set<string>()
  for (;;) {
    const outcome = set(order, facts, blanked.size)
    if (outcome instanceof Uint8Array) return { id: order.id, pdf: outcome }
    const missing = missingIn(outcome).filter((character) => !blanked.has(character))
    if (missing.length === 0 || blanked.size >= mostBlanks) return { id: order.id, diagnostics: outcome }
    for (const character of missing) {
      blanked.add(character)
      facts = facts.replaceAll(character, geta)
    }
  }
}

parentPort?.on('message', (order: PaperOrder) => {
  const delivery = carryOut(order)
  compiler.evictCache(keepCacheFor)
  parentPort?.postMessage(delivery, 'pdf' in delivery ? [delivery.pdf.buffer as ArrayBuffer] : [])
})
