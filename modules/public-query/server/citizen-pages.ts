import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '#platform/server/http.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Look } from './pages/look.ts'

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
