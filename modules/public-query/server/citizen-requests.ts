import type { FastifyReply, FastifyRequest } from 'fastify'
import { bureauCode, isUnitCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import { languageOf } from '#platform/server/http.ts'
import type { Platform } from '#platform/server/platform.ts'
import { tokenHash } from './hashes.ts'
import type { Look } from './pages/look.ts'
import type { PublicQueryTables } from './tables.ts'
import type { ViewKey } from './view-repository.ts'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const viewCookie = 'daylight_view'
type Sent = Readonly<Record<string, unknown>>

export const textOf = (sent: unknown, name: string): string => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Sent)[name] : undefined
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

/** Address and form say how a page is shown; the browser's language decides only where they say nothing. */
export function lookOf(request: FastifyRequest, { isDemo }: Platform): Look {
  const sent = request.method === 'GET' ? request.query : request.body
  const wanted = textOf(sent, 'lang')
  const language = wanted === 'en' || wanted === 'zh' ? wanted : languageOf(request)
  const look: Look = { language, isLarge: textOf(sent, 'size') === 'large', isDemo }
  switch (textOf(sent, 'switch')) {
    case 'language':
      return { ...look, language: language === 'zh' ? 'en' : 'zh' }
    case 'size':
      return { ...look, isLarge: !look.isLarge }
    default:
      return look
  }
}

export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .status(status)
    .header('content-security-policy', contentSecurityPolicy)
    .header('content-type', 'text/html; charset=utf-8')
    .send(page)

/** What the cookie of an opened page stands for; null where it cannot be one of ours. */
export async function viewKeyOf(request: FastifyRequest, platform: Platform): Promise<ViewKey | null> {
  const [bureau = '', token = ''] = (request.cookies[viewCookie] ?? '').split('.')
  if (!isUnitCode(bureau) || token === '') return null
  return { bureauCode: bureauCode(bureau), tokenHash: tokenHash(platform.vault, token), now: await platform.clock.now(openAs(platform.db)) }
}

export const tablesOf = (platform: Platform) => openAs(platform.db).as<PublicQueryTables>()
