import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What a provider does with one request to send. `drop`: takes the message and cuts the line; `hang`: takes it and never answers;
 * `cut`: cuts the line without having heard. An object is its answer, and nothing is taken.
 */
export type Answer = 'accept' | 'drop' | 'hang' | 'cut' | { readonly status: number; readonly body: unknown }

export interface Request {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Reply {
  readonly status: number
  readonly body: unknown
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    method: request.method ?? '',
    url: new URL(request.url ?? '/', 'http://provider.invalid'),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

interface Provider {
  /** Requests that are told here whether they are a sending; what is none is answered at once. */
  isSending(request: Request): boolean
  /** Takes a sending or answers an inquiry; a wrong signature is answered here, too. */
  reply(request: Request): Reply
}

export interface ProviderServer {
  readonly port: number
  /** How the next sendings are treated; then they are accepted. */
  readonly answers: Answer[]
  /** Every request that came, whatever became of it. */
  readonly requests: readonly Request[]
  close(): Promise<void>
}

/** A server on this machine that speaks a provider's protocol. */
export async function startProvider({ isSending, reply }: Provider): Promise<ProviderServer> {
  const answers: Answer[] = []
  const requests: Request[] = []
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(incoming)
    requests.push(request)
    const answer = isSending(request) ? (answers.shift() ?? 'accept') : 'accept'
    if (answer === 'cut') return void incoming.socket.destroy()
    const { status, body } = typeof answer === 'object' ? answer : reply(request)
    if (answer === 'drop') return void incoming.socket.destroy()
    if (answer === 'hang') return
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  }
  const server = createServer((incoming, response) => void handle(incoming, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    answers,
    requests,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
