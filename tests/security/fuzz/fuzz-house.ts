import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { roles } from '#kernel/actor.ts'
import { identifyOfficer } from '#modules/accounts/index.ts'
import { createHttp } from '#platform/server/http.ts'
import { modules } from '../../../app/modules.ts'
import { type County, type Person, routes, signIn } from '../county.ts'
import { lines, send } from './send.ts'
import { marked, shotsAt, type Way } from './shots.ts'
import type { Target } from './targets.ts'

/** What went wrong, each with the seed and the place that draw it again. */
export interface Findings {
  readonly faults: readonly string[]
  readonly sent: number
  readonly accepted: ReadonlySet<string>
  readonly marks: ReadonlySet<string>
  readonly ways: ReadonlySet<Way>
  readonly statuses: ReadonlyMap<number, number>
}

export interface Asked {
  readonly county: County
  readonly targets: readonly Target[]
  readonly ids: readonly string[]
  readonly seed: number
  readonly perTarget: number
  readonly say?: (line: string) => void
}

/** Rows that a refused attempt may leave: that it was made, and how often somebody tries. */
const ofRefusals = ['audit.entry', 'audit.chain', 'accounts.login_throttle', 'public_query.throttle', 'accounts.session']

async function stateReader(db: Kysely<never>): Promise<() => Promise<string>> {
  const { rows } = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
  const watched = rows.map(({ name }) => name).filter((name) => !ofRefusals.includes(name))
  const each = watched.map(
    (name) => sql`select ${name} as name, count(*) as rows, max(xmin::text::bigint) as newest from ${sql.table(name)}`,
  )
  const all = sql`${sql.join(each, sql` union all `)}`
  return async () => JSON.stringify((await all.execute(db)).rows)
}

const plainAddress = (target: Target): string => target.path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1')

/** Somebody whom the permission lets in, so that whatever lies behind it is met. */
function askerAt({ near, whole }: County, target: Target): Person {
  const route = routes.find(({ endpoint }) => endpoint.method === target.method && endpoint.path === plainAddress(target))
  const people = [near, whole].flatMap((group) => roles.map((role) => group[role]))
  if (target.path.startsWith('/api/incident-import')) return whole.dispatcher
  return people.find(({ officer }) => route?.allowedTo(officer)) ?? near['unit-head']
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes in use once everything that nobody holds is gone. */
export function heldBytes(): number {
  collect()
  return process.memoryUsage().heapUsed
}

/** Sends drawn requests to every target over HTTP, one after another, and looks after each at what it left behind. */
export async function fuzzHouse({ county, targets, ids, seed, perTarget, say }: Asked): Promise<Findings> {
  const { platform } = county.world
  const getPlatform = () => platform
  const http = await createHttp({ modules, getPlatform, identify: identifyOfficer(getPlatform), trustedProxies: ['127.0.0.1'] })
  await http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = http.server.address() as AddressInfo
  const agent = lines()
  const state = await stateReader(platform.db as unknown as Kysely<never>)
  const found = {
    faults: [] as string[],
    sent: 0,
    accepted: new Set<string>(),
    marks: new Set<string>(),
    ways: new Set<Way>(),
    statuses: new Map<number, number>(),
  }
  const cookies = new Map<string, string>()
  for (const [place, target] of targets.entries()) {
    const asker = askerAt(county, target)
    const shots = fc.sample(shotsAt(target, ids), { seed: seed + place, numRuns: perTarget })
    let before = await state()
    for (const [at, drawn] of shots.entries()) {
      const mark = `fz${place.toString(36)}x${at.toString(36)}z`
      const shot = marked(drawn, mark)
      const cookie = cookies.get(asker.officer.id) ?? asker.cookie
      const headers = {
        ...(!target.isForm && { 'x-daylight': '1', cookie: `daylight_session=${cookie}` }),
        'x-forwarded-for': `2001:db8:${(place + 1).toString(16)}:${(at + 1).toString(16)}::1`,
      }
      const answer = await send(agent, port, shot, headers)
      const label = `${shot.method} ${shot.address.slice(0, 160)} (${shot.way}, seed ${seed}, ${target.method} ${target.path} no. ${at})`
      found.sent += 1
      found.ways.add(shot.way)
      found.statuses.set(answer.status, (found.statuses.get(answer.status) ?? 0) + 1)
      if (shot.payload?.includes(mark) || shot.address.includes(mark)) found.marks.add(mark)
      if (answer.status >= 500)
        found.faults.push(`${answer.status}: ${label} ${shot.payload?.subarray(0, 600).toString()} ${answer.body.slice(0, 300)}`)
      if (answer.status === 0 && !shot.way.startsWith('ten-megabytes')) found.faults.push(`no answer: ${label}`)
      if (answer.type.includes('problem+json') && answer.body.includes(mark))
        found.faults.push(`repeats what was sent: ${label} ${answer.body.slice(0, 300)}`)
      if (answer.type.includes('html') && answer.body.includes('<script>alert')) found.faults.push(`not escaped: ${label}`)
      const after = await state()
      const isRefused = answer.status >= 400 || answer.status === 0
      if (isRefused && after !== before) found.faults.push(`${answer.status}, but something was stored: ${label}`)
      if (!isRefused) found.accepted.add(mark)
      before = after
      if (answer.status === 401) cookies.set(asker.officer.id, await signIn(http, asker.officer.policeNumber))
    }
    await county.world.work().catch((error: Error) => void found.faults.push(`${target.method} ${target.path}: ${error.message}`))
    say?.(`${target.method.padEnd(6)} ${target.path.padEnd(60)} ${shots.length}`)
  }
  agent.destroy()
  await http.close()
  return found
}
