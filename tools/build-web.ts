import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const outDir = join(root, 'dist', 'web')
const stampFile = join(outDir, 'built-from')
const sourceFolders = ['app', 'kernel', 'modules', 'platform']
const sourceFiles = ['package-lock.json', 'vite.config.ts', 'tsconfig.json']

/** A hash over all that goes into the staff application. Server rooms are left out, so that working on them builds nothing. */
export async function hashSources(): Promise<string> {
  const inFolders = await Promise.all(sourceFolders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })))
  const files = inFolders
    .flat()
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(server|testing)\//.test(file))
  const hash = createHash('sha256')
  for (const file of [...files, ...sourceFiles].sort()) hash.update(`${file}\n`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

/** Beside each file its compressed forms, so that the server sends them as they are. */
async function compressAll(): Promise<void> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(js|css|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of texts) {
    const content = await readFile(file)
    await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }))
    await writeFile(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

/** Builds the staff application into `dist/web`, unless it already holds what these sources give. */
export async function buildWeb({ quiet = false }: { quiet?: boolean } = {}): Promise<{ built: boolean; outDir: string }> {
  const hash = await hashSources()
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash) return { built: false, outDir }
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: quiet ? 'error' : 'info' })
  await compressAll()
  await writeFile(stampFile, hash)
  return { built: true, outDir }
}

if (import.meta.main) {
  const { built } = await buildWeb()
  console.log(built ? `built ${relative(root, outDir)}` : `${relative(root, outDir)} is up to date`)
}
