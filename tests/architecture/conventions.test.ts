import { expect, it } from 'vitest'
import { conventions } from './conventions.ts'
import { houseFiles, root } from './house-files.ts'

const files = houseFiles()

/** For every convention, a house that breaks it once. */
const faults: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  'names of files say what is inside': [['modules/cases/server/date-utils.ts', '']],
  'the clock is passed in': [['modules/cases/domain/stage.ts', 'export const now = () => new Date()']],
  'every action has a test beside it': [['modules/cases/server/move-case.ts', 'export const moveCase = defineAction<CaseTables>()({})']],
  'an action or query is named as its file': [['modules/cases/server/move-case.ts', 'export const shift = defineAction<CaseTables>()({})']],
  'every module introduces itself': [['modules/cases/README.md', '# cases\n\n## Purpose\n']],
  'an open promise has an issue': [['modules/cases/index.ts', '// TODO later']],
  'a waiver gives a reason': [['modules/cases/index.ts', '// oxlint-disable-next-line complexity']],
  'the kernel stays small': Array.from({ length: 11 }, (_, at) => [`kernel/word-${at}.ts`, ''] as const),
  'decisions are numbered once': [
    ['docs/adr/0001-one.md', ''],
    ['docs/adr/0001-two.md', ''],
  ],
  'the repository speaks of the product only': [['modules/cases/README.md', 'see DESIGN.md']],
  'phone numbers are invented': [['modules/cases/server/seed.ts', "const phone = '139 1234 5678'"]],
  'no state outlives its test': [['modules/cases/server/cache.ts', 'const seen = new Map<string, number>()']],
  'screens take their words from words/': [['modules/cases/web/case-page.tsx', 'export const title = "案件"']],
  'migrations bear date and name': [['modules/cases/server/migrations/1-cases.sql', '']],
  'every dependency is exact and explained': [['package.json', '{"dependencies":{"left-pad":"^1.0.0"}}']],
  'documents point at files that exist': [['README.md', 'Start at `modules/nowhere/README.md`.']],
}

it.each(Object.entries(conventions))('keeps to it: %s', (_, convention) => {
  expect(convention(files)).toEqual([])
})

it.each(Object.entries(conventions))('would notice a breach: %s', (name, convention) => {
  const fault = faults[name]
  if (!fault) throw new Error(`conventions.test.ts has no fault for "${name}": add one, so that the convention is known to work`)
  expect(convention(new Map(fault)).length).toBeGreaterThan(0)
})

it('reads the whole house', () => {
  expect(files.size).toBeGreaterThan(500)
})

const wordFiles = [...files.keys()].filter((path) => path.endsWith('words/zh.ts'))

/** `a.b`, for every word, and what kind of thing it is. */
const shapeOf = (words: unknown, path = ''): string[] =>
  typeof words === 'object' && words !== null && !Array.isArray(words)
    ? Object.entries(words).flatMap(([key, value]) => shapeOf(value, `${path}.${key}`))
    : [`${path}: ${typeof words}`]

it.each(wordFiles)('%s has the same keys in English', async (path) => {
  const { default: _none, ...zh } = (await import(`${root}/${path}`)) as Record<string, unknown>
  const { default: _nothing, ...en } = (await import(`${root}/${path.replace(/zh\.ts$/, 'en.ts')}`)) as Record<string, unknown>
  const objects = (all: Record<string, unknown>) =>
    Object.values(all)
      .flatMap((words) => shapeOf(words))
      .toSorted()
  expect(objects(zh)).not.toEqual([])
  expect(objects(en)).toEqual(objects(zh))
})
