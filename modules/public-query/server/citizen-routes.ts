import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { Refusal } from '#platform/server/refusal.ts'
import { type CaseNumber, readCaseNumber, withoutSpaces } from '../domain/case-number.ts'
import { type PhoneNumber, readPhoneNumber } from '../domain/phone-number.ts'
import { isReceiptCode } from '../domain/proof-code.ts'
import { viewMinutes } from '../domain/query-limits.ts'
import { askCode } from './ask-code.ts'
import { lookOf, sendPage, textOf } from './citizen-pages.ts'
import { confirmQuery } from './confirm-query.ts'
import { askPage } from './pages/ask-page.ts'
import { type Asset, script, styleSheet } from './pages/assets.ts'
import { casePage } from './pages/case-page.ts'
import { codePage, refusedPage } from './pages/code-page.ts'
import { entryPage } from './pages/entry-page.ts'
import { isTraditionalPage } from './pages/layout.ts'
import { addressOf, type Look, wordsOf } from './pages/look.ts'
import { plainPage } from './pages/plain-page.ts'
import type { FaultyField, TypedFields } from './pages/query-fields.ts'
import { addPartyRoutes } from './party-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { saidOf } from './said-of.ts'
import { createTraditional } from './traditional.ts'
import { tablesOf, viewCookie, viewKeyOf } from './view-cookie.ts'
import { endView, readView } from './view-repository.ts'

const formLimit = 8_192

const typedIn = (request: FastifyRequest): TypedFields => ({ number: textOf(request.body, 'number'), phone: textOf(request.body, 'phone') })

const blank = { typed: { number: '', phone: '' }, faulty: [], withCode: false, hasEnded: false, isAnswer: false }

interface ReadFields {
  readonly number: CaseNumber | null
  readonly phone: PhoneNumber | null
}

const readFields = ({ number, phone }: TypedFields): ReadFields => ({ number: readCaseNumber(number), phone: readPhoneNumber(phone) })

/** The form again, saying which of the fields does not have the form that the law's papers have. */
function sendFaulty(request: FastifyRequest, reply: FastifyReply, look: Look, { number, phone }: ReadFields): FastifyReply {
  const faulty: FaultyField[] = [...(number === null ? ['number' as const] : []), ...(phone === null ? ['phone' as const] : [])]
  const withCode = textOf(request.body, 'code') !== ''
  return sendPage(reply, 400, askPage(look, { ...blank, typed: typedIn(request), faulty, withCode, isAnswer: true }))
}

async function stepOne(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const { number, phone } = readFields(typedIn(request))
  if (number === null || phone === null) return sendFaulty(request, reply, look, { number, phone })
  const isTaken = await askCode(platform, { number, phone, address: request.ip, language: look.language })
  const { busy } = wordsOf(look)
  return isTaken ? sendPage(reply, 200, codePage(look, typedIn(request))) : sendPage(reply, 429, plainPage(look, busy.title, busy.text))
}

async function stepTwo(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const [typed, code] = [typedIn(request), textOf(request.body, 'code')]
  const { number, phone } = readFields(typed)
  // why: a party who registered no phone leaves it empty; the sixteen digits alone can prove them.
  const isWithoutPhone = withoutSpaces(typed.phone) === '' && isReceiptCode(code)
  if (number === null || (phone === null && !isWithoutPhone)) return sendFaulty(request, reply, look, { number, phone })
  const confirmed = await confirmQuery(platform, { number, phone, code, address: request.ip })
  if (!confirmed) return sendPage(reply, 403, refusedPage(look, typed))
  platform.wake()
  return reply
    .setCookie(viewCookie, `${confirmed.bureauCode}.${confirmed.token}`, {
      path: '/q',
      httpOnly: true,
      sameSite: 'strict',
      secure: platform.addresses.publicUrl.startsWith('https:'),
      maxAge: viewMinutes * 60,
    })
    .redirect(addressOf('/q/case', look), 303)
}

async function showCase(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const look = lookOf(request, platform)
  const key = await viewKeyOf(request, platform)
  const view = key && (await readView(tablesOf(platform), key))
  if (!key || !view) return reply.redirect(`${addressOf('/q', look)}&ended=1`, 303)
  return sendPage(reply, 200, casePage(look, { ...view, said: saidOf(platform.vault, view.disagreements) }, key.now))
}

async function leave(request: FastifyRequest, reply: FastifyReply, platform: Platform): Promise<FastifyReply> {
  const key = await viewKeyOf(request, platform)
  if (key) await endView(tablesOf(platform), key)
  return reply.clearCookie(viewCookie, { path: '/q' }).redirect(`${addressOf('/q', lookOf(request, platform))}&ended=1`, 303)
}

/** The same page in another language or size, with what was typed; it asks the database nothing. */
function showAgain(request: FastifyRequest, reply: FastifyReply, platform: Platform): FastifyReply {
  const look = lookOf(request, platform)
  const typed = typedIn(request)
  const isCode = textOf(request.body, 'step') === 'code'
  return sendPage(reply, 200, isCode ? codePage(look, typed) : askPage(look, { ...blank, typed, isAnswer: true }))
}

function answerError(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): FastifyReply {
  const look = lookOf(request, platform)
  const { fault } = wordsOf(look)
  const isTheirs = error instanceof Refusal || (error.statusCode ?? 500) < 500
  if (isTheirs) return sendPage(reply, error instanceof Refusal ? 403 : 400, plainPage(look, fault.title, fault.foreign))
  platform.log.error({ request: request.id, route: request.routeOptions.url, err: error }, 'fault')
  return sendPage(reply, 500, plainPage(look, fault.title, `${fault.text}${request.id}`))
}

const serveAsset = (scope: FastifyInstance, { url, type, text }: Asset) =>
  scope.get(url, (_request, reply) =>
    reply.header('content-type', type).header('cache-control', 'public, max-age=31536000, immutable').send(text),
  )

/** The citizens' pages: whole HTML from the server, forms without script, in a scope of their own for forms and faults. */
export const citizenRoutes: PlainRoutes = async (server, getPlatform) => {
  await server.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formLimit }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const traditional = createTraditional()
    scope.addHook('onListen', async () => traditional.prepare())
    scope.addHook('onSend', async (_request, _reply, payload) => (isTraditionalPage(payload) ? traditional.page(payload) : payload))
    scope.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, getPlatform()))
    serveAsset(scope, styleSheet)
    serveAsset(scope, script)
    scope.get('/', (request, reply) => sendPage(reply, 200, entryPage(lookOf(request, getPlatform()), getPlatform().addresses.staffUrl)))
    reportRoutes(scope, getPlatform)
    scope.get('/q', (request, reply) =>
      sendPage(reply, 200, askPage(lookOf(request, getPlatform()), { ...blank, hasEnded: textOf(request.query, 'ended') === '1' })),
    )
    // why: the Enter key in the code's field presses the first button of the form; who typed a code wants it tried.
    scope.post('/q', (request, reply) =>
      textOf(request.body, 'code') !== '' && textOf(request.body, 'step') === 'ask'
        ? stepTwo(request, reply, getPlatform())
        : stepOne(request, reply, getPlatform()),
    )
    scope.post('/q/again', (request, reply) => showAgain(request, reply, getPlatform()))
    scope.post('/q/confirm', (request, reply) => stepTwo(request, reply, getPlatform()))
    scope.get('/q/case', (request, reply) => showCase(request, reply, getPlatform()))
    addPartyRoutes(scope, getPlatform)
    scope.post('/q/leave', (request, reply) => leave(request, reply, getPlatform()))
  })
}
