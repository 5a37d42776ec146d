import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Path from the root of the repository → text. */
export type Files = ReadonlyMap<string, string>

const leftOut = new Set(['node_modules', 'var', 'dist', '.git', '.cache', 'coverage', 'package-lock.json'])
const isText = (name: string) => /\.(ts|tsx|mjs|js|json|md|sql|css|html|svg|sh|typ)$|^(run|\.gitignore|\.npmrc)$/.test(name)

/** Every text file of the house, as it is on the disk. */
export function houseFiles(): Files {
  const found = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (leftOut.has(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      // why: what is broken there is broken on purpose.
      else if (path.includes('architecture/canaries/') && entry.name !== 'README.md') continue
      else if (isText(entry.name)) found.set(relative(root, path), readFileSync(path, 'utf8'))
    }
  }
  walk(root)
  return found
}
