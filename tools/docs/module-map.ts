import type { Module } from '#platform/server/module.ts'
import { foundations, mayUse } from '../../module-map.mjs'

const id = (name: string) => name.replaceAll('-', '_')

/** The module map as a drawing and a table: of what is built, then of what is planned. */
export function moduleMapDocument(modules: readonly Module[]): string {
  const built = new Set(modules.map(({ name }) => name))
  const unknown = [...built].filter((name) => !(name in mayUse))
  if (unknown.length > 0) throw new Error(`module-map.mjs has no row for ${unknown.join(', ')}`)
  const rows = Object.entries(mayUse)
  const arrows = rows
    .filter(([name]) => built.has(name))
    .flatMap(([name, allowed]) =>
      allowed.filter((other) => built.has(other) && !foundations.includes(other)).map((other) => `  ${id(name)} --> ${id(other)}`),
    )
  const nodes = [...built].filter((name) => !foundations.includes(name)).map((name) => `  ${id(name)}["${name}"]`)
  const listed = (allowed: readonly string[]) => {
    const more = allowed.filter((other) => !foundations.includes(other))
    return more.length > 0 ? more.join(', ') : '–'
  }
  return [
    '# Module map',
    '',
    'Made by `npm run docs` from `module-map.mjs`. An arrow means: may use, through its doors.',
    `Every module may use the foundations as well: ${foundations.join(', ')} (of these, audit and notifications may use accounts; accounts and law-library use nothing).`,
    '',
    '```mermaid',
    'flowchart TD',
    ...nodes,
    ...arrows,
    '```',
    '',
    '| module | built | may use, besides the foundations |',
    '|---|---|---|',
    ...rows.map(
      ([name, allowed]) =>
        `| ${name} | ${built.has(name) ? 'yes' : 'no'} | ${foundations.includes(name) ? allowed.join(', ') || '–' : listed(allowed)} |`,
    ),
    '',
  ].join('\n')
}
