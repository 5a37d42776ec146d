import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb } from './build-web.ts'

/**
 * In kilobytes after gzip: the log-in page with the frame that is fetched while the person types; what each further page may add;
 * and a citizen's whole query, with its style and script.
 */
export const budgets = { entryKb: 230, routeKb: 100, publicKb: 15 } as const

const entryPage = 'index.html'
const logInPage = 'modules/accounts/web/login-page.tsx'
const frame = 'platform/web/staff-frame.tsx'

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}
export type Manifest = Readonly<Record<string, Chunk>>

/** The files one chunk needs before it runs: itself, what it imports at once, and their styles. */
export function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const style of chunk.css ?? []) seen.add(style)
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen)
  return seen
}

export interface Weighed {
  readonly name: string
  readonly kb: number
  readonly limitKb: number
}

const kb = (bytes: number): number => Math.round(bytes / 100) / 10

/** Weighs the built staff application: the entry with log-in page and frame, then each page by what it adds to these. */
export async function weigh(outDir: string): Promise<readonly Weighed[]> {
  const manifest = JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8')) as Manifest
  const sizes = new Map<string, number>()
  const sizeOf = async (files: Iterable<string>): Promise<number> => {
    let sum = 0
    for (const file of files) {
      const known = sizes.get(file) ?? gzipSync(await readFile(join(outDir, file)), { level: 9 }).length
      sizes.set(file, known)
      sum += known
    }
    return sum
  }
  const keyOf = (source: string) => Object.keys(manifest).find((key) => key.endsWith(source)) ?? source
  const first = [entryPage, logInPage].flatMap((source) => [...filesOf(manifest, keyOf(source))])
  const entry = new Set([...first, ...filesOf(manifest, keyOf(frame))])
  const weighed: Weighed[] = [
    { name: 'log-in page', kb: kb(await sizeOf(new Set([...first, entryPage]))), limitKb: budgets.entryKb },
    { name: 'log-in page and frame', kb: kb(await sizeOf(new Set([...entry, entryPage]))), limitKb: budgets.entryKb },
  ]
  const lazy = Object.keys(manifest).filter(
    (key) => /\.tsx?$/.test(manifest[key]?.src ?? '') && key !== keyOf(logInPage) && key !== keyOf(frame),
  )
  for (const key of lazy.sort()) {
    const more = [...filesOf(manifest, key)].filter((file) => !entry.has(file))
    weighed.push({ name: key.replace(/^(\.\.\/)+/, ''), kb: kb(await sizeOf(more)), limitKb: budgets.routeKb })
  }
  return weighed
}

if (import.meta.main) {
  const { outDir } = await buildWeb({ quiet: true })
  const weighed = await weigh(outDir)
  for (const { name, kb, limitKb } of weighed)
    console.log(`${kb > limitKb ? 'OVER' : 'ok  '} ${String(kb).padStart(6)} / ${limitKb} kB  ${name}`)
  if (weighed.some(({ kb, limitKb }) => kb > limitKb)) process.exitCode = 1
}
