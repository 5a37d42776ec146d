import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform/server/platform.ts'
import { lookOf, sendPage, textOf } from './citizen-pages.ts'
import { disagree } from './disagree.ts'
import { reachedBy } from './pages/case-page.ts'
import { disagreePage } from './pages/disagree-page.ts'
import { addressOf, type Look, wordsOf } from './pages/look.ts'
import { notMePage } from './pages/not-me-page.ts'
import { plainPage } from './pages/plain-page.ts'
import { sayNotMe } from './say-not-me.ts'
import { tablesOf, viewCookie, viewKeyOf } from './view-cookie.ts'
import { type CaseView, readView, type ViewKey } from './view-repository.ts'

interface Looking {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly platform: Platform
  readonly look: Look
  readonly key: ViewKey
  readonly view: CaseView
}

type Step = (looking: Looking) => FastifyReply | Promise<FastifyReply>

/** What only a party with an open page may do; everybody else is led to the query. */
const asParty =
  (getPlatform: () => Platform, step: Step) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const platform = getPlatform()
    const look = lookOf(request, platform)
    const key = await viewKeyOf(request, platform)
    const view = key && (await readView(tablesOf(platform), key))
    if (!key || !view) return reply.redirect(`${addressOf('/q', look)}&ended=1`, 303)
    return step({ request, reply, platform, look, key, view })
  }

/** The point named by the form, if this party reads it and does not wait for an answer there. */
function openPoint({ request, view }: Looking) {
  const position = Number(textOf(request.body, 'at'))
  const isWaiting = view.disagreements.some((one) => one.position === position && one.answered_at === null)
  return isWaiting ? undefined : reachedBy(view).find(({ row }) => row.position === position)
}

const backToCase = ({ reply, look }: Looking): FastifyReply => reply.redirect(addressOf('/q/case', look), 303)

const textLimit = 500
// why: browsers send a line's end as two characters, and the form counts it as one.
const wordsTyped = (request: FastifyRequest): string => {
  const { text } = (request.body ?? {}) as { readonly text?: unknown }
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n').trim().slice(0, textLimit) : ''
}

const askDisagreement: Step = (looking) => {
  const point = openPoint(looking)
  if (!point) return backToCase(looking)
  return sendPage(looking.reply, 200, disagreePage(looking.look, point, wordsTyped(looking.request)))
}

const takeDisagreement: Step = async (looking) => {
  const { request, platform, look, key, view } = looking
  const point = openPoint(looking)
  if (point) {
    await disagree(platform, { key, receipt: view.receipt, at: point.row, text: wordsTyped(request), language: look.language })
    platform.wake()
  }
  return backToCase(looking)
}

const askNotMe: Step = ({ reply, look }) => sendPage(reply, 200, notMePage(look))

const takeNotMe: Step = async ({ reply, platform, look, key, view }) => {
  await sayNotMe(platform, { key, receiptId: view.receipt.id, language: look.language })
  platform.wake()
  const { notMe } = wordsOf(look)
  return sendPage(reply.clearCookie(viewCookie, { path: '/q' }), 200, plainPage(look, notMe.doneTitle, notMe.done))
}

/** What a party may say on the page of their case. Each is asked once more before it counts, and works without script. */
export function addPartyRoutes(scope: FastifyInstance, getPlatform: () => Platform): void {
  scope.post('/q/disagree', asParty(getPlatform, askDisagreement))
  scope.post('/q/disagree/confirm', asParty(getPlatform, takeDisagreement))
  scope.post('/q/not-me', asParty(getPlatform, askNotMe))
  scope.post('/q/not-me/confirm', asParty(getPlatform, takeNotMe))
}
