import type { Socket } from 'node:net'

/** How much, and how slowly, a stranger may send. */
export interface HttpLimits {
  /** Bytes of one body; files have routes with a limit of their own. */
  readonly bodyBytes: number
  readonly headerBytes: number
  /** Until the head of a request has come whole. */
  readonly headMs: number
  /** Until the whole request has come, a file included. */
  readonly requestMs: number
  /** Without a byte in either direction. */
  readonly silentMs: number
  /** Between two requests on one line; longer than proxies wait, so that they close it first. */
  readonly betweenMs: number
  readonly checkEveryMs: number
  readonly connections: number
}

export const usualLimits: HttpLimits = {
  bodyBytes: 1_048_576,
  headerBytes: 16_384,
  headMs: 15_000,
  requestMs: 300_000,
  silentMs: 300_000,
  betweenMs: 75_000,
  checkEveryMs: 5_000,
  connections: 4_096,
}

/** For Node's own server. */
export const nodeOptions = ({ headerBytes, headMs, requestMs, checkEveryMs }: HttpLimits) => ({
  maxHeaderSize: headerBytes,
  headersTimeout: headMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: checkEveryMs,
})

const lineFor: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What never became a request is answered in one line, which repeats nothing of it. */
export function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  socket.end(`HTTP/1.1 ${lineFor[error.code ?? ''] ?? '400 Bad Request'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
