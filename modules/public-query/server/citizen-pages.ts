import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '#platform/server/http.ts'
import type { Platform } from '#platform/server/platform.ts'
import { isShownIn, type Look, shownIn, type ShownIn } from './pages/look.ts'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

type Sent = Readonly<Record<string, unknown>>

/** What was sent under a name, cut off at a length that nothing honest reaches. */
export const textOf = (sent: unknown, name: string, most = 200): string => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Sent)[name] : undefined
  return typeof value === 'string' ? value.slice(0, most) : ''
}

const traditionalPlaces = /^zh-(hant|tw|hk|mo)\b/i

/** The first language of the browser; one of the places that write Traditional Chinese leads to it. */
function browserShows(request: FastifyRequest): ShownIn {
  if (languageOf(request) === 'en') return 'en'
  return traditionalPlaces.test(String(request.headers['accept-language'] ?? '')) ? 'zh-hant' : 'zh'
}

/** Address and form say how a page is shown; the browser's language decides only where they say nothing. */
export function lookOf(request: FastifyRequest, { isDemo, addresses }: Platform): Look {
  const sent = request.method === 'GET' ? request.query : request.body
  const [wanted, switched] = [textOf(sent, 'lang'), textOf(sent, 'switch')]
  const shown = [switched, wanted].find(isShownIn) ?? browserShows(request)
  const isLarge = textOf(sent, 'size') === 'large'
  return { ...shownIn(shown), isLarge: switched === 'size' ? !isLarge : isLarge, isDemo, site: addresses.publicUrl }
}

export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .status(status)
    .header('content-security-policy', contentSecurityPolicy)
    .header('content-type', 'text/html; charset=utf-8')
    .send(page)
