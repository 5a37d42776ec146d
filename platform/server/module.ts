import type { FastifyInstance } from 'fastify'
import type * as z from 'zod/mini'
import type { Actor } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import type { EventType } from '#platform/shared/event.ts'
import { type Action, perform } from './action.ts'
import type { Platform } from './platform.ts'
import { ask, type Query } from './query.ts'
import { type Facts, houseRefusals } from './refusal.ts'
import type { SubjectBook } from './subject-book.ts'
import type { Subscriber } from './subscriber.ts'
import type { Loop } from './worker.ts'

/** What a refusal says to a person, from its facts. */
export type RefusalWords = Readonly<Record<string, string | ((facts: Facts) => string)>>

/** One address and what stands behind it. */
export interface Route {
  readonly endpoint: Endpoint
  readonly name: string
  readonly kind: 'action' | 'query'
  allowedTo(actor: Actor): boolean
  carryOut(platform: Platform, actor: Actor, input: unknown): Promise<unknown>
}

/** Puts an action or a query at an address. Both name the same input, so neither can drift from the contract. */
export const expose = <Tables, Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  at: Endpoint<Input, Output>,
  behind: Action<Tables, Input, z.input<Output>> | Query<Tables, Input, z.input<Output>>,
): Route => ({
  endpoint: at,
  name: behind.name,
  kind: behind.kind,
  allowedTo: behind.allowedTo,
  carryOut: (platform, actor, input) =>
    behind.kind === 'action' ? perform(platform, behind, actor, input) : ask(platform, behind, actor, input),
})

/** Server-rendered pages, downloads and log-in: what is not a JSON endpoint. */
export type PlainRoutes = (server: FastifyInstance, getPlatform: () => Platform, identify: Identify) => void | Promise<void>

/** An address that plain routes serve, described for programs. `isOpen`: a stranger may call it. */
export interface PlainEndpoint {
  readonly endpoint: Endpoint
  readonly isOpen: boolean
  /** What it answers, if not JSON. */
  readonly answers?: 'application/pdf' | 'text/csv' | 'text/plain'
}

/** Who sent this request; null for a stranger. */
export type Identify = (request: { readonly cookies: Readonly<Record<string, string | undefined>> }) => Promise<Actor | null>

/** The person who sent it; a stranger is told to sign in. */
export async function signedIn(identify: Identify, request: Parameters<Identify>[0]): Promise<Actor> {
  const actor = await identify(request)
  if (!actor) throw houseRefusals.notSignedIn()
  return actor
}

/** What a module plugs in. */
export interface Module {
  readonly name: string
  readonly migrations?: string
  readonly routes?: readonly Route[]
  readonly plainRoutes?: PlainRoutes
  readonly plainEndpoints?: readonly PlainEndpoint[]
  readonly subscribers?: readonly Subscriber[]
  readonly book?: SubjectBook
  readonly events?: readonly EventType[]
  readonly loops?: readonly Loop[]
  readonly words?: Readonly<Record<Language, { readonly refusals: RefusalWords }>>
  /** Documents generated into `docs/reference`, by file name. */
  readonly references?: () => Readonly<Record<string, string>>
}

/** Subscribers by event, in the order of the module map. A name used twice is a fault of the program. */
export function gatherSubscribers(modules: readonly Module[]): ReadonlyMap<string, readonly Subscriber[]> {
  const all = modules.flatMap((module) => module.subscribers ?? [])
  const names = all.map((subscriber) => subscriber.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new TypeError(`two subscribers are called ${twice}`)
  const pairs = all.flatMap((subscriber) => subscriber.events.map((event) => ({ event, subscriber })))
  const grouped = Map.groupBy(pairs, ({ event }) => event)
  return new Map([...grouped].map(([event, of]) => [event, of.map(({ subscriber }) => subscriber)]))
}
