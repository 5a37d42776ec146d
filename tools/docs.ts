import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describeApi } from '#platform/server/openapi.ts'
import { messageTemplatesDocument } from '../app/message-templates.ts'
import { modules } from '../app/modules.ts'
import { eventsDocument } from './docs/events.ts'
import { moduleMapDocument } from './docs/module-map.ts'
import { permissionsDocument } from './docs/permissions.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'docs/reference')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

/** Every generated document by file name: the house's own first, then those of the modules. */
async function gather(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>([
    ['module-map.md', moduleMapDocument(modules)],
    ['permissions.md', await permissionsDocument(root, modules)],
    ['events.md', eventsDocument(modules)],
    ['message-templates.md', messageTemplatesDocument()],
    ['openapi.json', `${JSON.stringify(describeApi(modules, version), null, 2)}\n`],
  ])
  for (const { name, references } of modules) {
    for (const [file, text] of Object.entries(references?.() ?? {})) {
      if (found.has(file)) throw new Error(`${name} makes ${file}, which somebody else makes already: give it another name`)
      found.set(file, text)
    }
  }
  return found
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const wanted = await gather()
mkdirSync(folder, { recursive: true })
const stale = [...wanted].filter(([file, text]) => read(join(folder, file)) !== text).map(([file]) => file)
const orphaned = readdirSync(folder).filter((file) => !wanted.has(file))
const said = [...stale.map((file) => `${file} is out of date`), ...orphaned.map((file) => `${file} is made by nobody`)]

if (process.argv.includes('--check')) {
  for (const line of said) console.error(`docs/reference/${line}`)
  if (said.length > 0) console.error('Run `npm run docs`, read the diff, commit it.')
  process.exitCode = said.length > 0 ? 1 : 0
} else {
  for (const file of stale) writeFileSync(join(folder, file), wanted.get(file) ?? '')
  for (const file of orphaned) rmSync(join(folder, file))
  console.log(`${wanted.size} documents in ${relative(root, folder)}, ${stale.length} changed, ${orphaned.length} removed`)
}
