import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { closingLine, totalsOf } from './test-totals.ts'

const root = resolve(import.meta.dirname, '..')
const bin = resolve(root, 'node_modules/.bin')
const report = resolve(root, '.cache/check-tests.json')

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** What to do when it fails, and where that is explained. */
  readonly advice: string
}

const steps: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'], advice: 'Run `npx oxfmt --write .` (CONTRIBUTING.md, "npm run check").' },
  { name: 'lint', command: ['oxlint'], advice: 'Each line names its rule; limits and reasons are in CONTRIBUTING.md, "House rules".' },
  {
    name: 'types',
    command: ['tsc', '-p', '.'],
    advice: 'A table, word or field is missing or misspelt (ARCHITECTURE.md, "The four nets").',
  },
  {
    name: 'golden documents',
    command: ['node', 'tools/docs.ts', '--check'],
    advice: 'Run `npm run docs` and read the diff: people sign these (CONTRIBUTING.md, "Golden documents").',
  },
  { name: 'unused code', command: ['knip'], advice: 'Delete what nothing uses (CONTRIBUTING.md, "House rules").' },
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    advice: 'Run one alone with `npm test -- <part of its path>` (CONTRIBUTING.md, "Tests").',
  },
]

const secondsSince = (start: number) => `${((performance.now() - start) / 1_000).toFixed(1)} s`

function passes({ name, command: [program = '', ...rest], advice }: Step): boolean {
  const start = performance.now()
  console.log(`\n── ${name}`)
  const { status, signal } = spawnSync(program, rest, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  if (status === 0) {
    console.log(`✓ ${name} (${secondsSince(start)})`)
    return true
  }
  console.error(`✗ ${name} failed${signal ? ` (${signal})` : ''} after ${secondsSince(start)}. ${advice}`)
  return false
}

const begin = performance.now()
mkdirSync(resolve(root, '.cache'), { recursive: true })
rmSync(report, { force: true })

const failed = steps.find((step) => !passes(step))
console.log(`\n${failed ? `stopped at: ${failed.name}` : 'all steps passed'} (${secondsSince(begin)})`)
console.log(failed && failed.name !== 'tests' ? closingLine({ passed: 0, failed: 1 }) : closingLine(totalsOf(report)))
process.exitCode = failed ? 1 : 0
