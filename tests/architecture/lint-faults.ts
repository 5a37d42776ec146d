interface Fault {
  readonly path: string
  readonly text: string
}

const inCases = (name: string, ...lines: readonly string[]): Fault => ({
  path: `modules/cases/server/${name}`,
  text: `${lines.join('\n')}\n`,
})

const lines = (count: number, line: string) => Array.from({ length: count }, () => line)

/** For every rule that `.oxlintrc.json` turns on by name, a file that breaks it. */
export const faults: Readonly<Record<string, Fault>> = {
  'max-lines': inCases('long.ts', ...lines(301, 'export {}')),
  'max-lines-per-function': inCases('long-function.ts', 'export const long = () => {', ...lines(60, '  void 0'), '}'),
  complexity: inCases(
    'complex.ts',
    'export const pick = (n: number) => {',
    ...Array.from({ length: 13 }, (_, at) => `  if (n === ${at}) return ${at}`),
    '  return n',
    '}',
  ),
  'max-params': inCases('many.ts', 'export const add = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e'),
  'max-depth': inCases(
    'deep.ts',
    'export const dig = (a: boolean) => {',
    '  if (a) {',
    '    while (a) {',
    '      if (a) {',
    '        if (a) return 1',
    '      }',
    '    }',
    '  }',
    '  return 0',
    '}',
  ),
  eqeqeq: inCases('equal.ts', 'export const same = (a: string, b: string) => a == b'),
  'no-console': inCases('console.ts', "console.log('somebody phoned')"),
  'no-var': inCases('var.ts', 'export var open = 1'),
  'prefer-const': inCases('let.ts', 'let once = 1', 'export const twice = once * 2'),
  'no-param-reassign': inCases('param.ts', 'export const next = (n: number) => {', '  n += 1', '  return n', '}'),
  'no-restricted-properties': inCases('now.ts', 'export const late = () => Date.now()'),
  'no-restricted-imports': inCases('settings.ts', "import { env } from 'node:process'", 'export const settings = env'),
  'import/no-cycle': inCases('egg.ts', "import { hen } from './hen.ts'", 'export const egg = () => hen'),
  'import/no-default-export': inCases('default.ts', 'export default 1'),
  'import/no-mutable-exports': inCases('mutable.ts', 'export let count = 0', 'count += 1'),
  'node/no-process-env': inCases('env.ts', 'export const port = process.env.PORT'),
  'typescript/no-explicit-any': inCases('any.ts', 'export const open = (box: any): unknown => box'),
  'typescript/no-non-null-assertion': inCases('non-null.ts', 'export const first = (all: readonly string[]) => all[0]!'),
  'typescript/consistent-type-imports': inCases('type-import.ts', "import { Hen } from './hen.ts'", 'export type Bird = Hen'),
  'typescript/no-floating-promises': inCases('floating.ts', 'const send = async () => 1', 'export const go = () => {', '  send()', '}'),
  'typescript/no-misused-promises': inCases('misused.ts', 'const ready = async () => true', 'export const isReady = ready() ? 1 : 2'),
  'typescript/await-thenable': inCases('thenable.ts', 'export const wait = async (n: number) => await n'),
  'typescript/only-throw-error': inCases('throw.ts', 'export const fail = () => {', "  throw 'no'", '}'),
  'typescript/switch-exhaustiveness-check': inCases(
    'switch.ts',
    "export const say = (kind: 'a' | 'b') => {",
    '  switch (kind) {',
    "    case 'a':",
    '      return 1',
    '  }',
    '  return 2',
    '}',
  ),
  'unicorn/filename-case': inCases('MoveCase.ts', 'export const moveCase = 1'),
  'unicorn/no-abusive-eslint-disable': inCases('waiver.ts', '/* eslint-disable */', 'export const quiet = 1'),
  'unicorn/prefer-node-protocol': inCases('protocol.ts', "import { readFileSync } from 'fs'", 'export const read = readFileSync'),
  'vitest/valid-expect': inCases('expect.test.ts', "import { expect, it } from 'vitest'", "it('adds', () => {", '  expect(1)', '})'),
  'vitest/no-restricted-vi-methods': inCases('mock.test.ts', "import { vi } from 'vitest'", "vi.mock('./hen.ts')"),
}

/** What some of the faults need beside them. */
export const company: readonly Fault[] = [
  inCases(
    'hen.ts',
    "import { egg } from './egg.ts'",
    '',
    'export interface Hen {',
    '  readonly eggs: number',
    '}',
    'export const hen = () => egg',
  ),
]
