import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Officer, type Role, roles } from '#kernel/actor.ts'
import { bureauCode, type UnitCode, unitCode } from '#kernel/unit-code.ts'
import { identifyOfficer, insertUnits } from '#modules/accounts/index.ts'
import { enrol, testPassword } from '#modules/accounts/testing/enrol.ts'
import { addHealth } from '#platform/server/health.ts'
import { createHttp } from '#platform/server/http.ts'
import type { Module, Route } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { modules } from '../../app/modules.ts'

export const routes: readonly Route[] = modules.flatMap((module) => module.routes ?? [])
export const parameter = /:([A-Za-z]+)/g

/** An address that the server has, endpoints and pages alike. */
export interface Address {
  readonly method: string
  readonly url: string
}

/** An officer with one grant, signed in. */
export interface Person {
  readonly officer: Officer
  readonly role: Role
  readonly cookie: string
}

export interface County {
  readonly world: World
  readonly http: FastifyInstance
  readonly addresses: readonly Address[]
  /** A station that has nothing to do with `world.station`, and a station of another bureau. */
  readonly far: UnitCode
  readonly abroad: UnitCode
  /** For each role an officer with that role alone: in the station of the cases, in the other one, in the whole bureau. */
  readonly near: Readonly<Record<Role, Person>>
  readonly away: Readonly<Record<Role, Person>>
  readonly whole: Readonly<Record<Role, Person>>
  /** An officer of the near station who holds none of its cases. */
  readonly colleague: Person
  close(): Promise<void>
}

export type Input = Readonly<Record<string, unknown>>

/** The whole house in a county of its own: every module, real sessions, and one officer for each role and place. */
export async function createCounty(change: Partial<Platform> = {}): Promise<County> {
  const world = await createWorld(modules)
  Object.assign(world.platform, { isDemo: true, ...change })
  const [near, far] = [world.station, world.unit()]
  const abroad = await anotherBureau(world)
  const at = (unit: UnitCode) => roles.map((role) => ({ role, officer: world.officer('甲某', role, unit) }))
  const staff = [at(near), at(far), at(world.bureau)] as const
  const besides = { role: 'officer', officer: world.officer('乙某', 'officer', near) } as const
  await enrol(
    world,
    [...staff.flat(), besides].map(({ officer }) => officer),
  )
  const { http, addresses } = await openDoor(world)
  const [nearStaff, awayStaff, wholeStaff] = await Promise.all(staff.map((group) => signInAll(http, group)))
  const colleague: Person = { ...besides, cookie: await signIn(http, besides.officer.policeNumber) }
  const close = async () => {
    await http.close()
    await world.close()
  }
  return { world, http, addresses, far, abroad, near: nearStaff!, away: awayStaff!, whole: wholeStaff!, colleague, close }
}

async function anotherBureau(world: World): Promise<UnitCode> {
  const division = world.bureau.slice(0, 6) === '999998' ? '999997' : '999998'
  const [bureau, station] = [bureauCode(`${division}000000`), unitCode(`${division}550100`)]
  const common = { bureauCode: bureau, nameZh: '邻县公安局', nameEn: 'Neighbour', shortName: '邻公', phone: null, address: null }
  await insertUnits(world.open, [
    { ...common, code: bureau, parentCode: null, kind: 'bureau' },
    { ...common, code: station, parentCode: bureau, kind: 'station' },
  ])
  return station
}

async function openDoor({ platform }: World): Promise<{ http: FastifyInstance; addresses: readonly Address[] }> {
  const addresses: Address[] = []
  const listener: Module = {
    name: 'listener',
    plainRoutes: (server) =>
      void server.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') addresses.push({ method: one, url })
      }),
  }
  const getPlatform = () => platform
  const http = await createHttp({ modules: [listener, ...modules], getPlatform, identify: identifyOfficer(getPlatform) })
  addHealth(http, getPlatform, async () => [])
  await http.ready()
  return { http, addresses }
}

async function signInAll(http: FastifyInstance, group: readonly { role: Role; officer: Officer }[]): Promise<Record<Role, Person>> {
  const people = group.map(
    async ({ role, officer }) => [role, { role, officer, cookie: await signIn(http, officer.policeNumber) }] as const,
  )
  return Object.fromEntries(await Promise.all(people)) as Record<Role, Person>
}

export async function signIn(http: FastifyInstance, policeNumber: string): Promise<string> {
  const answer = await http.inject({ method: 'POST', url: '/api/session', headers: own, payload: { policeNumber, password: testPassword } })
  if (answer.statusCode !== 200) throw new Error(`could not sign in: ${answer.body}`)
  return answer.cookies[0]?.value ?? ''
}

export const own = { 'x-daylight': '1', 'accept-language': 'en' }

export interface Knock {
  readonly method: string
  /** A pattern such as `/api/cases/:caseId`; its names are taken from the input. */
  readonly path: string
  readonly input?: Input | undefined
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Sends an input to an endpoint as our own pages do: names of the path into the path, the rest into query or body. */
export function knock(http: FastifyInstance, { method, path, input = {}, cookie, headers = own }: Knock): Promise<LightMyRequestResponse> {
  const named = new Set([...path.matchAll(parameter)].map(([, name]) => name))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !named.has(name)))
  const url = path.replaceAll(parameter, (_, name: string) => encodeURIComponent(String(input[name] ?? name)))
  const query = method === 'GET' ? new URLSearchParams(rest as Record<string, string>).toString() : ''
  return http.inject({
    method: method as 'GET',
    url: query === '' ? url : `${url}?${query}`,
    headers: cookie === undefined ? headers : { ...headers, cookie: `daylight_session=${cookie}` },
    ...(method !== 'GET' && { payload: rest }),
  })
}

/** All of an answer but what differs by nature: the time, the request's own id, and the ids that were asked for. */
export function comparable({ statusCode, headers, body }: LightMyRequestResponse, ...ids: readonly string[]) {
  const plain = body.replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"')
  return { statusCode, headers: { ...headers, date: undefined }, body: ids.reduce((text, id) => text.replaceAll(id, '…'), plain) }
}

/** Performs an action or asks a query by its name, as the officer. */
export async function carryOut(
  { world }: Pick<County, 'world'>,
  { officer }: Pick<Person, 'officer'>,
  name: string,
  input: Input,
): Promise<Input> {
  const route = routes.find((one) => one.name === name)
  if (!route) throw new Error(`there is no ${name}`)
  return (await route.carryOut(world.platform, officer, input)) as Input
}

const call = { source: '110', category: 'burglary', grade: 'II', place: '粮站家属院 3 号楼', summary: '门锁被撬，现金不见。' }
export const reporter = { reporterName: '贺秀兰', reporterPhone: '19900000417' }

/** An incident that was dispatched to the near station and waits to be signed for. */
export async function dispatched(county: County, over: Input = {}): Promise<string> {
  const input = { id: uuid(), ...call, ...reporter, dispatchTo: county.world.station, ...over }
  const { id } = await carryOut(county, county.whole.dispatcher, 'incidents.receive', input)
  return id as string
}

export interface OpenedCase {
  readonly incidentId: string
  readonly caseId: string
  readonly number: string
  readonly receiptId: string
  readonly partyId: string
}

/** A suspected crime that the near station accepted, with its receipt; held by `county.near.officer`. */
export async function accepted(county: County, secrecy: 'ordinary' | 'secret' = 'ordinary', over: Input = {}): Promise<OpenedCase> {
  const incidentId = await dispatched(county, over)
  const { officer } = county.near
  await carryOut(county, officer, 'incidents.sign', { incidentId })
  await carryOut(county, officer, 'incidents.arrive', { incidentId })
  const crime = { disposition: 'criminal-case', caseId: uuid(), causeCode: 'cl-264', matter: '门锁被撬，现金不见', secrecy }
  const { caseId, caseNumber, receiptId } = await carryOut(county, officer, 'incidents.dispose', { incidentId, ...crime })
  const { rows } = await sql<{ id: string }>`select id from cases.party where case_id = ${caseId as string}`.execute(
    county.world.platform.db,
  )
  return { incidentId, caseId: caseId as string, number: caseNumber as string, receiptId: receiptId as string, partyId: rows[0]!.id }
}
