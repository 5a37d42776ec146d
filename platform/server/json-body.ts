import type { FastifyInstance } from 'fastify'

/** Reads JSON bodies as what they must be: UTF-8, byte for byte, without the names that change what an object is. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  // why: Node would put a mark in place of each wrong byte, and the record would hold what nobody wrote.
  const strict = new TextDecoder('utf-8', { fatal: true })
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const text = decoded(strict, body)
    if (text === null) done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }), undefined)
    else void parse(request, text, done)
  })
}

function decoded(strict: TextDecoder, body: Buffer): string | null {
  try {
    return strict.decode(body)
  } catch {
    return null
  }
}
