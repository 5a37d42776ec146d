import type { FastifyReply, FastifyRequest } from 'fastify'

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
const year = 31_536_000

/** What every answer tells a browser. Pages and files of the screens bring a policy of their own; data may load nothing at all. */
export function guarded(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  const type = String(reply.getHeader('content-type') ?? '')
  const isData = type === '' || /^(application\/(problem\+)?json|text\/(plain|csv))/.test(type)
  if (isData && !reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', nothing)
  // why: over an open line a browser ignores it, and whoever sits on that line could have added it.
  if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${year}`)
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('x-frame-options', 'DENY')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
}
