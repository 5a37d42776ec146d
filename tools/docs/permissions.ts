import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, type Officer, type Role, roles } from '#kernel/actor.ts'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import type { Module } from '#platform/server/module.ts'

interface Guarded {
  readonly kind: 'action' | 'query'
  readonly name: string
  readonly isSensitive?: boolean
  allowedTo(actor: Actor): boolean
}

const isGuarded = (value: unknown): value is Guarded =>
  typeof value === 'object' &&
  value !== null &&
  'allowedTo' in value &&
  'kind' in value &&
  (value.kind === 'action' || value.kind === 'query')

/** Every action and query of the house, found where they are written, so that none can be left out of the list. */
async function findGuarded(root: string): Promise<Guarded[]> {
  const files = globSync('modules/*/server/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(test|type-test)\.ts$/.test(file) && /\bdefine(Action|Query)\b/.test(readFileSync(join(root, file), 'utf8')),
  )
  const loaded = await Promise.all(files.toSorted().map((file) => import(join(root, file)) as Promise<Record<string, unknown>>))
  return loaded.flatMap((file) => Object.values(file).filter(isGuarded)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const bureau = bureauCode('999999000000')
const station = unitCode('999999550100')

const withRole = (role: Role): Officer => ({
  kind: 'officer',
  id: '00000000-0000-7000-8000-000000000000',
  name: role,
  policeNumber: '000000',
  unitCode: station,
  bureauCode: bureau,
  grants: [{ role, unitCode: station, bureauCode: bureau, units: [station] }],
})

const columns: readonly (readonly [title: string, actor: Actor])[] = [
  ...roles.map((role) => [role, withRole(role)] as const),
  ['party', { kind: 'party', id: '00000000-0000-7000-8000-000000000001', bureauCode: bureau }],
]

const jobsOf = (modules: readonly Module[]) =>
  modules.flatMap(({ subscribers = [], loops = [] }) => [...subscribers, ...loops]).map(({ name }) => name)

function rowOf({ kind, name, isSensitive, allowedTo }: Guarded, jobs: readonly string[]): string {
  const allowed = jobs.filter((id) => allowedTo({ kind: 'job', id, bureauCode: bureau }))
  const job = allowed.length === jobs.length ? '●' : allowed.join(', ')
  return `| ${name} | ${kind}${isSensitive ? ', recorded when read' : ''} | ${columns.map(([, actor]) => (allowedTo(actor) ? '●' : '')).join(' | ')} | ${job} |`
}

/** May this kind of person do this kind of thing? For the legal unit to sign. */
export async function permissionsDocument(root: string, modules: readonly Module[]): Promise<string> {
  const guarded = await findGuarded(root)
  return [
    '# Permissions',
    '',
    'Made by `npm run docs` from `allowedTo` of every action (a change) and query (a question). ● means that somebody with this role, in one unit,',
    'may do this kind of thing at all; whether to *this* record (unit, assignment, secrecy) is decided in SQL by the `visible…` function of its module.',
    'A party is a citizen who proved to hold a receipt, a job is a named piece of work that no person started.',
    '',
    `| name | kind | ${columns.map(([title]) => title).join(' | ')} | job |`,
    `|---|---|${columns.map(() => ':-:').join('|')}|---|`,
    ...guarded.map((one) => rowOf(one, jobsOf(modules))),
    '',
  ].join('\n')
}
