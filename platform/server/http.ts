import { v7 as uuid } from 'uuid'
import fastifyCookie from '@fastify/cookie'
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Language } from '#kernel/bilingual.ts'
import type { Problem } from '#platform/shared/problem.ts'
import { en } from '#platform/shared/words/en.ts'
import { zh } from '#platform/shared/words/zh.ts'
import { guarded } from './guarded.ts'
import { answerNoRequest, type HttpLimits, nodeOptions, usualLimits } from './http-limits.ts'
import { readJsonBodies } from './json-body.ts'
import type { Metrics } from './metrics.ts'
import { type Identify, type Module, type RefusalWords, type Route, signedIn } from './module.ts'
import type { Platform } from './platform.ts'
import { houseRefusals, Refusal, refusalStatus } from './refusal.ts'

export interface HttpParts {
  readonly modules: readonly Module[]
  readonly getPlatform: () => Platform
  readonly identify: Identify
  readonly trustedProxies?: readonly string[]
  /** Origins that pages of ours are served from. */
  readonly ownOrigins?: readonly string[]
  /** PEM; without it the line is open, as behind a proxy. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | null
  readonly limits?: HttpLimits
  readonly observe?: Metrics['observe']
}

// why: beside the request, not on it, so that nothing of a person can slip into what is logged.
const told = new WeakMap<FastifyRequest, { readonly actor: string; readonly action: string }>()

const house = { zh, en }

export const languageOf = (request: FastifyRequest): Language => {
  const wanted = request.headers['x-daylight-language'] ?? request.headers['accept-language'] ?? ''
  return String(wanted).toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** The server of one process: every module's routes behind one door. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { getPlatform, modules, identify } = parts
  const words = gatherWords(modules)
  const limits = parts.limits ?? usualLimits
  const server = fastify({
    ...lineOf(limits, parts.tls ?? null),
    bodyLimit: limits.bodyBytes,
    connectionTimeout: limits.silentMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.betweenMs,
    clientErrorHandler: answerNoRequest,
    // why: what comes on an open line while this process ends is answered by it, or a restart would drop it.
    return503OnClosing: false,
    genReqId: () => uuid(),
    trustProxy: parts.trustedProxies?.length ? [...parts.trustedProxies] : false,
    // why: Fastify's own lines hold the URL; ours hold the route's pattern.
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    // why: an address that cannot be decoded reaches no hook, and Fastify's own answer repeats it.
    frameworkErrors: (_error, request, reply) =>
      answerError({ error: houseRefusals.notFound(), request, reply: guarded(request, reply), words, platform: getPlatform() }),
  })
  // why: a form of another site can send plain text without asking first; nothing of ours reads any.
  server.removeContentTypeParser('text/plain')
  readJsonBodies(server)
  await server.register(fastifyCookie)
  server.server.maxConnections = limits.connections
  server.addHook('onSend', async (request, reply) => void guarded(request, reply))
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    parts.observe?.({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 })
    getPlatform().log.info(
      {
        request: request.id,
        method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...told.get(request),
      },
      'request',
    )
  })
  server.addHook('preHandler', refuseForeignPages(parts.ownOrigins ?? []))
  server.setErrorHandler((error: FastifyError, request, reply) => answerError({ error, request, reply, words, platform: getPlatform() }))
  server.setNotFoundHandler((request, reply) =>
    answerError({ error: houseRefusals.notFound(), request, reply, words, platform: getPlatform() }),
  )
  for (const module of modules) {
    for (const route of module.routes ?? []) addRoute(server, route, getPlatform, identify)
    await module.plainRoutes?.(server, getPlatform, identify)
  }
  return server
}

/** Node's server under Fastify's: its limits, and the certificate if there is one. */
const lineOf = (limits: HttpLimits, tls: { readonly cert: Buffer; readonly key: Buffer } | null) =>
  (tls === null ? { http: nodeOptions(limits) } : { https: { ...tls, minVersion: 'TLSv1.2', ...nodeOptions(limits) } }) as object

function addRoute(server: FastifyInstance, route: Route, getPlatform: () => Platform, identify: Identify): void {
  server.route({
    method: route.endpoint.method,
    url: route.endpoint.path,
    async handler(request, reply) {
      const actor = await signedIn(identify, request)
      told.set(request, { actor: actor.id, action: route.name })
      const sent = request.method === 'GET' ? request.query : request.body
      const input = { ...(sent as object | undefined), ...(request.params as object) }
      const answer = await route.carryOut(getPlatform(), actor, input)
      // why: what the contract does not name does not leave, whatever the query selected.
      const shaped = route.endpoint.output.parse(answer)
      return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(shaped))
    },
  })
}

/** A form on another site can neither set our header nor hide where it came from. */
const refuseForeignPages = (ownOrigins: readonly string[]) => async (request: FastifyRequest) => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  const isForeign = origin !== undefined && !isOwn(origin, request, ownOrigins)
  // why: the route and not the address, which may be spelled in many ways (`/%61pi/…`).
  const isEndpoint = (request.routeOptions.url ?? request.url).startsWith('/api/')
  const lacksMark = isEndpoint && request.headers['x-daylight'] !== '1'
  if (isForeign || lacksMark || request.headers['sec-fetch-site'] === 'cross-site') throw houseRefusals.crossSite()
}

const isOwn = (origin: string, request: FastifyRequest, ownOrigins: readonly string[]): boolean =>
  ownOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === request.headers.host)

type Words = Readonly<Record<Language, RefusalWords>>

function gatherWords(modules: readonly Module[]): Words {
  const of = (language: Language) =>
    Object.assign({}, house[language].refusals, ...modules.map((module) => module.words?.[language].refusals ?? {})) as RefusalWords
  return { zh: of('zh'), en: of('en') }
}

interface Answering {
  readonly error: Error
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly words: Words
  readonly platform: Platform
}

function answerError({ error, request, reply, words, platform }: Answering): FastifyReply {
  const refusal = error instanceof Refusal ? error : refusalOf(error as FastifyError)
  const language = languageOf(request)
  if (!refusal) platform.log.error({ request: request.id, route: request.routeOptions.url, err: error }, 'fault')
  const problem = refusal ? problemOf(refusal, language, words, request.id) : faultOf(language, request.id)
  return reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

/** What Fastify itself refuses, in our words. */
function refusalOf(error: FastifyError): Refusal | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return houseRefusals.tooLarge(usualLimits.bodyBytes)
  if ((error.statusCode ?? 500) < 500) return houseRefusals.notJson()
  return null
}

export function sayRefusal({ code, facts }: Pick<Refusal, 'code' | 'facts'>, language: Language, words: RefusalWords): string {
  const said = words[code]
  return typeof said === 'function' ? said(facts) : (said ?? house[language].unknownRefusal)
}

function problemOf(refusal: Refusal, language: Language, words: Words, requestId: string): Problem {
  const detail = sayRefusal(refusal, language, words[language])
  const { fields } = house[language]
  const other = fields['other'] ?? ''
  return {
    type: `urn:daylight:${refusal.code}`,
    title: refusal.code,
    status: refusalStatus[refusal.kind],
    code: refusal.code,
    detail,
    requestId,
    facts: { ...refusal.facts },
    ...(refusal.fields.length && {
      fields: refusal.fields.map(({ path, code }) => ({
        path,
        code,
        message: code === refusal.code ? detail : (fields[code] ?? sayField(code, words[language]) ?? other),
      })),
    }),
  }
}

const sayField = (code: string, words: RefusalWords): string | undefined => {
  const said = words[code]
  return typeof said === 'string' ? said : undefined
}

const faultOf = (language: Language, requestId: string): Problem => ({
  type: 'urn:daylight:fault',
  title: 'fault',
  status: 500,
  code: 'fault',
  detail: house[language].fault,
  requestId,
})
