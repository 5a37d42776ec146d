import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { company, faults } from './lint-faults.ts'

const root = resolve(import.meta.dirname, '../..')
const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { rules: Record<string, unknown> }
const demanded = Object.entries(config.rules).flatMap(([name, level]) => (level === 'off' ? [] : [name]))

interface Diagnostic {
  readonly code?: string
  readonly filename: string
}

let tree: string
let diagnostics: readonly Diagnostic[]

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lint-canaries-'))
  for (const { path, text } of [...Object.values(faults), ...company]) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) writeFileSync(join(tree, name), readFileSync(join(root, name)))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', 'modules'], {
    cwd: tree,
    encoding: 'utf8',
  })
  diagnostics = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
}, 60_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

// why: oxlint writes `eslint(no-var)` where the configuration says `no-var`, and `eslint-plugin-import(no-cycle)` where it says `import/no-cycle`.
const ruleOf = (code: string) => code.replace(/^.*\(/, '').replace(')', '')

it.each(demanded)('notices a breach of %s', (rule) => {
  const fault = faults[rule]
  if (!fault) throw new Error(`lint-faults.ts has no fault for ${rule}: add one, so that the rule is known to work`)
  const seen = diagnostics.filter(({ filename }) => filename.endsWith(fault.path)).map(({ code }) => ruleOf(code ?? ''))
  expect(seen).toContain(rule.replace(/^.*\//, ''))
})

it('keeps no fault for a rule that is not demanded', () => {
  expect(Object.keys(faults).toSorted()).toEqual(demanded.toSorted())
})

it('reads the whole house', () => {
  const listed = execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--debug=files'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(listed.split('\n').filter((line) => /\.tsx?$/.test(line)).length).toBeGreaterThan(400)
})
