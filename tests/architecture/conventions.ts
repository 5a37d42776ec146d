import type { Files } from './house-files.ts'

/** Says what is wrong and what to do, one line for each place; empty when all is well. */
type Convention = (files: Files) => readonly string[]

const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || /^(platform|modules\/[^/]+)\/testing\//.test(path)
const isCode = (path: string) => /\.(tsx?|mjs)$/.test(path)
// why: the two files that spell the forbidden words out cannot keep to them.
const isAboutRules = (path: string) => /^tests\/architecture\/(conventions|conventions\.test|lint-faults)\.ts$/.test(path)
const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, (block) => block.replaceAll(/[^\n]/g, '')).replaceAll(/(^|\s)\/\/.*$/gm, '')
const camel = (kebab: string) => kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function* linesOf(files: Files, wanted: (path: string) => boolean): Generator<{ path: string; at: number; line: string; before: string }> {
  for (const [path, text] of files) {
    if (!wanted(path) || isAboutRules(path)) continue
    const lines = text.split('\n')
    for (const [index, line] of lines.entries()) yield { path, at: index + 1, line, before: lines[index - 1] ?? '' }
  }
}

const linesThat = (files: Files, wanted: (path: string) => boolean, breaks: (line: string, before: string) => boolean, advice: string) =>
  [...linesOf(files, wanted)].filter(({ line, before }) => breaks(line, before)).map(({ path, at }) => `${path}:${at} ${advice}`)

const emptyNames = /^(utils?|helpers?|common|misc|lib|info|managers?|impl|process|base|data)$/
const emptyEndings = /(^|-)(utils?|helpers?|common|misc|lib|managers?|impl)$/

const namesSayWhatIsInside: Convention = (files) =>
  [...files.keys()].flatMap((path) => {
    if (path.endsWith('.css')) return []
    // why: `data/` at the root is what its name says: holidays, divisions, the demo county.
    const parts = path
      .replace(/^data\//, '')
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
    const bad = parts.find((part) => emptyNames.test(part) || emptyEndings.test(part))
    return bad === undefined ? [] : [`${path}: "${bad}" does not say what is inside. Name it after what it holds or does.`]
  })

const clockIsPassedIn: Convention = (files) =>
  [...files].flatMap(([path, text]) =>
    isCode(path) && !/^(platform|app|tools|bench)\//.test(path) && !isAboutRules(path) && /new Date\(\s*\)/.test(withoutComments(text))
      ? [`${path}: new Date() reads the machine's clock. Take \`now\` from the context; tests set the clock of the world.`]
      : [],
  )

const actionsAreTested: Convention = (files) =>
  [...files].flatMap(([path, text]) =>
    isCode(path) &&
    path.startsWith('modules/') &&
    !isTest(path) &&
    /\bdefineAction\b/.test(text) &&
    !files.has(path.replace(/\.ts$/, '.test.ts'))
      ? [`${path}: an action needs a test beside it, ${path.replace(/\.ts$/, '.test.ts')}.`]
      : [],
  )

const actionsAreNamedAsTheirFile: Convention = (files) =>
  [...files].flatMap(([path, text]) => {
    if (!path.startsWith('modules/') || isTest(path) || !/=\s*define(Action|Query)</.test(text)) return []
    const name = camel(path.replace(/^.*\//, '').replace(/\.ts$/, ''))
    return text.includes(`export const ${name} `) || text.includes(`export const ${name}:`)
      ? []
      : [`${path}: one action or query per file, exported as ${name}.`]
  })

const headings = ['## Purpose', '## Words', '## Rules', '## Doors', '## Start reading at']

const modulesIntroduceThemselves: Convention = (files) =>
  [...new Set([...files.keys()].flatMap((path) => /^modules\/([^/]+)\/./.exec(path)?.[1] ?? []))].flatMap((name) => {
    const readme = files.get(`modules/${name}/README.md`)
    if (readme === undefined) return [`modules/${name}: README.md is missing. Headings: ${headings.join(', ')}.`]
    const missing = headings.filter((heading) => !readme.split('\n').some((line) => line.trim() === heading))
    const tooLong = readme.split('\n').length > 61 ? [`modules/${name}/README.md: one page, 60 lines at most.`] : []
    return [...missing.map((heading) => `modules/${name}/README.md: the heading "${heading}" is missing.`), ...tooLong]
  })

const promisesHaveAnIssue: Convention = (files) =>
  linesThat(
    files,
    isCode,
    (line) => /\b(TODO|FIXME|XXX|HACK)\b/.test(line) && !/#\d+/.test(line),
    'an open promise needs the number of its issue, `TODO #12`.',
  )

const waiversGiveAReason: Convention = (files) =>
  linesThat(
    files,
    isCode,
    (line) =>
      (/(oxlint|eslint)-disable/.test(line) && !/-disable.* -- \S/.test(line)) ||
      /@ts-(ignore|nocheck)/.test(line) ||
      /@ts-expect-error\s*$/.test(line),
    'a waiver says why: `// oxlint-disable-next-line rule -- reason`, `// @ts-expect-error reason`; never @ts-ignore.',
  )

const kernelIsSmall: Convention = (files) => {
  const kernel = [...files.keys()].filter((path) => path.startsWith('kernel/') && isCode(path) && !isTest(path))
  return kernel.length > 10
    ? [`kernel/ has ${kernel.length} files; ten at most. What only some modules need belongs to the upper one of them.`]
    : []
}

const decisionsAreNumbered: Convention = (files) => {
  const records = [...files.keys()].filter((path) => path.startsWith('docs/adr/'))
  const numbers = records.map((path) => /^docs\/adr\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? path)
  return [
    ...numbers.filter((number) => !/^\d{4}$/.test(number)).map((path) => `${path}: name it NNNN-what-was-decided.md.`),
    ...numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `docs/adr: the number ${number} is taken twice.`),
  ]
}

const workplace =
  /\b(claude|anthropic|chatgpt|openai|copilot|sub-?agents?|coding agents?|language models?|prompt engineering|brief\.md)\b|\/work\/(main|shared)|\b(DESIGN|STACK|LOOK|SYSTEMS|MODELS|ANCHORS)(\.md|\s*§)/i
const notTheProduct: Convention = (files) =>
  linesThat(
    files,
    () => true,
    (line) => workplace.test(line),
    'speaks of how this was made or of a document that is not in the repository. Say the reason itself.',
  )

// why: 199 0000 xxxx is not given out; any other mobile number may be somebody's.
const phonesAreInvented: Convention = (files) =>
  linesThat(
    files,
    (path) => !path.startsWith('docs/reference/'),
    (line) => /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])/.test(line.replaceAll(/199[ -]?0000[ -]?\d{4}/g, '')),
    'a phone number that may be real. Use 199 0000 0000 to 199 0000 9999.',
  )

// why: in the browser an open page is the process, and its state ends with it.
const livesOnTheServer = (path: string) => isCode(path) && /^(modules|platform|kernel)\/(?!([^/]+\/)?web\/)/.test(path) && !isTest(path)
const isMutable = (line: string) =>
  /^(export )?let /.test(line) || /^(export )?const \w+(: [^=]+)? = (new (Weak)?(Map|Set)(<.*>)?\(\)|\[\]|\{\})$/.test(line)

const nothingIsShared: Convention = (files) =>
  linesThat(
    files,
    livesOnTheServer,
    (line, before) => isMutable(line) && !/\/\/ why:/.test(before),
    'state of a module lives as long as the process and is shared by all tests. Keep it in a closure, or say `// why:` on the line before.',
  )

const isScreen = (path: string) => /^(modules\/[^/]+|platform)\/web\/.*\.tsx$|^modules\/[^/]+\/parts\.tsx$/.test(path) && !isTest(path)
// why: a pair of both languages forgets neither, and a language is offered by its own name.
const withoutPairs = (text: string) => text.replaceAll(/zh: (['"`]).*?\1,\s*en:/gs, '').replaceAll('中文', '')

const screensHaveNoWords: Convention = (files) =>
  [...files].flatMap(([path, text]) =>
    isScreen(path) && /\p{Script=Han}/u.test(withoutPairs(withoutComments(text)))
      ? [`${path}: Chinese in a screen. Put the words into words/zh.ts and words/en.ts, so that neither language is forgotten.`]
      : [],
  )

const migrationsAreDated: Convention = (files) => {
  const all = [...files.keys()].filter((path) => path.endsWith('.sql') && path.includes('/migrations/'))
  const names = all.map((path) => path.replace(/^.*\//, ''))
  return [
    ...all
      .filter((path) => !/\/\d{8}-\d{4}-[a-z]+(-[a-z0-9]+)+\.sql$/.test(path))
      .map((path) => `${path}: name it yyyymmdd-hhmm-verb-noun.sql.`),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `${name}: two migrations bear this name, and the name is their order.`),
  ]
}

/** A document that points at a file of the house must point at one that exists. */
const pointersHold: Convention = (files) => {
  const folders = new Set(
    [...files.keys()].flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, at, parts) => parts.slice(0, at + 1).join('/')),
    ),
  )
  return [...linesOf(files, (path) => path.endsWith('.md'))].flatMap(({ path, at, line }) =>
    [...line.matchAll(/`((?:app|modules|platform|kernel|tests|tools|docs|data|bench|\.ci)\/[\w./-]*)`/g)].flatMap(([, pointer = '']) => {
      const target = pointer.replace(/\/$/, '')
      return files.has(target) || folders.has(target) || target === '.ci' || target.includes('NNNN')
        ? []
        : [`${path}:${at} points at ${pointer}, which does not exist.`]
    }),
  )
}

interface Packages {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

const dependenciesAreExplained: Convention = (files) => {
  const packages = JSON.parse(files.get('package.json') ?? '{}') as Packages
  const explained = files.get('docs/dependencies.md') ?? ''
  const versions = Object.entries({ ...packages.dependencies, ...packages.devDependencies, ...packages.optionalDependencies })
  return versions.flatMap(([name, version]) => [
    ...(explained.includes(`\`${name}\``) ? [] : [`docs/dependencies.md: say in one line what ${name} is for.`]),
    ...(/^\d/.test(version) ? [] : [`package.json: pin ${name} to one exact version.`]),
  ])
}

export const conventions: Readonly<Record<string, Convention>> = {
  'names of files say what is inside': namesSayWhatIsInside,
  'the clock is passed in': clockIsPassedIn,
  'every action has a test beside it': actionsAreTested,
  'an action or query is named as its file': actionsAreNamedAsTheirFile,
  'every module introduces itself': modulesIntroduceThemselves,
  'an open promise has an issue': promisesHaveAnIssue,
  'a waiver gives a reason': waiversGiveAReason,
  'the kernel stays small': kernelIsSmall,
  'decisions are numbered once': decisionsAreNumbered,
  'the repository speaks of the product only': notTheProduct,
  'phone numbers are invented': phonesAreInvented,
  'no state outlives its test': nothingIsShared,
  'screens take their words from words/': screensHaveNoWords,
  'migrations bear date and name': migrationsAreDated,
  'documents point at files that exist': pointersHold,
  'every dependency is exact and explained': dependenciesAreExplained,
}
