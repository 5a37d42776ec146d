import type { LightMyRequestResponse } from 'fastify'
import { roles } from '#kernel/actor.ts'
import { modules } from '../../app/modules.ts'
import { type Address, type County, type Input, knock, type Person, routes } from './county.ts'
import { bodiesIn, inputsIn } from './lawful-bodies.ts'
import { type Arranged, keyOfThing, namesIn, type Things } from './things.ts'

/** What an answer means, from the widest to the narrowest. */
export const marks = {
  done: '✓',
  refusedByRule: '○',
  notYours: '⊘',
  absent: '∅',
  notAllowed: '✗',
} as const
type Mark = (typeof marks)[keyof typeof marks]
const widest = Object.values(marks)

interface Row {
  readonly module: string
  readonly name: string
  readonly address: string
  /** By column, what its people get for the ordinary and for the secret thing. */
  readonly cells: readonly string[]
}

interface Column {
  readonly title: string
  readonly people: readonly Person[]
}

export const columnsOf = ({ near, away, whole, colleague }: County): readonly Column[] => [
  { title: 'officer in charge', people: [near.officer] },
  ...roles.map((role) => ({ title: role, people: [role === 'officer' ? colleague : near[role], away[role], whole[role]] })),
]

interface Named extends Address {
  readonly name: string
  readonly module: string
}

/** Where the session begins and ends, and the list of demo log-ins: open to strangers, so that no role decides. */
const openToStrangers = new Set([
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/demo/logins',
  'POST /api/invitations/acceptance',
  'GET /api/sign-on',
  'POST /api/session/passkey',
  'POST /api/session/passkey/challenge',
  'GET /api/sign-on/return',
])

function named({ method, url }: Address): Named {
  const route = routes.find(({ endpoint }) => endpoint.method === method && endpoint.path === url)
  const name = route?.name ?? `${method} ${url}`
  const module = modules.find(({ plainEndpoints }) =>
    plainEndpoints?.some(({ endpoint }) => endpoint.method === method && endpoint.path === url),
  )
  return { method, url, name, module: route?.name.split('.')[0] ?? module?.name ?? 'platform' }
}

/** Every endpoint of the house but the open ones; pages of citizens and files of the screens have no roles. */
export const endpointsOf = ({ addresses }: County): readonly Named[] =>
  addresses
    .filter(({ method, url }) => url.startsWith('/api/') && !openToStrangers.has(`${method} ${url}`))
    .map(named)
    .toSorted((one, other) => order(one).localeCompare(order(other), 'en'))

const order = ({ module, url, method }: Named): string => `${module} ${url} ${method}`

interface Asked {
  readonly county: County
  readonly endpoint: Named
}

/** Reads an answer; throws where the question itself was at fault, since then it says nothing about permission. */
function markOf({ statusCode, body }: LightMyRequestResponse, label: string): Mark {
  const code = body.startsWith('{') ? (JSON.parse(body) as { code?: string }).code : undefined
  if (statusCode < 300) return marks.done
  if (code === 'house.notAllowed') return marks.notAllowed
  if (statusCode === 403) return marks.notYours
  if (statusCode === 404) return marks.absent
  if (statusCode >= 500 || statusCode === 401 || code === 'house.invalidInput' || code === 'house.notJson')
    throw new Error(`${label} was asked wrongly; give it a lawful body: ${statusCode} ${body}`)
  return marks.refusedByRule
}

const widestOf = (all: readonly Mark[]): Mark => widest.find((mark) => all.includes(mark)) ?? marks.absent

async function askAbout({ county, endpoint }: Asked, person: Person, things: readonly Input[]): Promise<Mark> {
  const all: Mark[] = []
  for (const thing of things) {
    const ids = Object.fromEntries(namesIn(endpoint.url).map((name) => [name, thing[name]]))
    const body = Object.entries(bodiesIn(county)[endpoint.name]?.() ?? {})
    const input = { ...Object.fromEntries(body.map(([name, value]) => [name, thing[name] ?? value])), ...ids }
    const answer = await knock(county.http, { method: endpoint.method, path: endpoint.url, input, cookie: person.cookie })
    all.push(markOf(answer, `${endpoint.name} as ${person.role}`))
  }
  return widestOf(all)
}

/** The words by which a list names a thing. */
type Words = readonly string[]

async function askList({ county, endpoint }: Asked, person: Person, input: object): Promise<{ mark: Mark; body: string }> {
  const answer = await knock(county.http, { method: endpoint.method, path: endpoint.url, input: { ...input }, cookie: person.cookie })
  return { mark: markOf(answer, `${endpoint.name} as ${person.role}`), body: answer.body }
}

const compact = (...groups: readonly (readonly Mark[])[]): string => {
  const all = groups.flat()
  return new Set(all).size === 1 ? (all[0] as string) : groups.map((group) => group.join('')).join(' ')
}

export interface Matrix {
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
}

/** Asks every endpoint as everybody about both things. Run it on a database that rolls back, or the first answer changes the second. */
export async function drawMatrix(county: County, arranged: Arranged): Promise<Matrix> {
  const columns = columnsOf(county)
  const things = { ...arranged.hidden, code: [{ code: county.world.station }] }
  const rows: Row[] = []
  for (const endpoint of endpointsOf(county)) {
    const asked = { county, endpoint }
    const cells =
      namesIn(endpoint.url).length > 0
        ? await cellsOfThing(asked, columns, { things, secretOnes: arranged.secretOnes })
        : await cellsOfList(asked, columns, [
            {
              input: inputsIn(county, arranged.ordinary)[endpoint.name]?.() ?? {},
              words: [...wordsOf(things), ...arranged.numbers.ordinary],
            },
            {
              input: inputsIn(county, arranged.secret)[endpoint.name]?.() ?? {},
              words: [...wordsOf(arranged.secretOnes), ...arranged.numbers.secret],
            },
          ])
    rows.push({ module: endpoint.module, name: endpoint.name, address: `${endpoint.method} ${endpoint.url}`, cells })
  }
  return { rows, columns }
}

const wordsOf = (things: Things): Words =>
  ['incidentId', 'caseId', 'disagreementId'].flatMap((key) => (things[key] ?? []).map((ids) => String(ids[key])))

interface Known {
  readonly things: Things
  readonly secretOnes: Things
}

async function cellsOfThing(asked: Asked, columns: readonly Column[], { things, secretOnes }: Known): Promise<string[]> {
  const key = keyOfThing(asked.endpoint.name, asked.endpoint.url)
  if (!things[key]) throw new Error(`say in things.ts what stands behind ${key}`)
  const kinds = [things[key], secretOnes[key] ?? []].filter((about) => about.length > 0)
  // why: at once, since everything is undone; they wait for each other where they touch the same row.
  return Promise.all(
    columns.map(async ({ people }) =>
      compact(...(await Promise.all(kinds.map((about) => Promise.all(people.map((person) => askAbout(asked, person, about))))))),
    ),
  )
}

interface Sought {
  readonly input: object
  readonly words: Words
}

/** For the ordinary and the secret thing, what each column gets; a list that names either for anybody is read by what it names. */
async function cellsOfList(asked: Asked, columns: readonly Column[], kinds: readonly Sought[]): Promise<string[]> {
  const drawn = await Promise.all(
    kinds.map(async ({ input, words }) => {
      const answers = await Promise.all(columns.map(({ people }) => Promise.all(people.map((person) => askList(asked, person, input)))))
      const names = ({ body }: { body: string }) => words.some((word) => body.includes(word))
      const isList = answers.flat().some(names)
      const shown = (answer: { mark: Mark; body: string }) =>
        isList && answer.mark === marks.done && !names(answer) ? marks.absent : answer.mark
      return { isList, cells: answers.map((group) => group.map(shown)) }
    }),
  )
  const isOneAnswer = drawn.every(({ isList }) => !isList) && new Set(drawn.map(({ cells }) => JSON.stringify(cells))).size === 1
  return columns.map((_, at) => compact(...drawn.slice(0, isOneAnswer ? 1 : 2).map(({ cells }) => cells[at] ?? [])))
}
