import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { houseRefusals } from '#platform/server/refusal.ts'

export const webFolder = path.resolve(import.meta.dirname, '../dist/web')

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the staff app: hashed files for ever, its page for every other address below `/staff`. */
export async function addStaffFiles(server: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(webFolder, 'index.html'))) return
  await server.register(fastifyStatic, {
    root: webFolder,
    prefix: '/staff/',
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const page = async (_request: unknown, reply: FastifyReply) =>
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache').sendFile('index.html')
  server.get('/staff', page)
  server.get('/staff/*', async (request, reply) => {
    if (/\.[a-z0-9]+$/.test(request.url.split('?')[0] ?? '')) throw houseRefusals.notFound()
    return page(request, reply)
  })
}
