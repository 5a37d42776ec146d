import { once } from 'node:events'
import net from 'node:net'
import type { Receipt } from './receipts.ts'

export interface Answer {
  readonly status: number
  readonly head: string
  readonly bytes: number
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One kept-open connection that sends a request and waits for its answer. Written by hand, since it shares two cores with what it
 * measures: a real client would take more of them than the bare server and make every ratio look better.
 */
export class Browser {
  readonly #socket: net.Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: PromiseWithResolvers<Answer> | undefined

  private constructor(socket: net.Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (part) => this.#take(part))
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')))
    socket.on('error', (error) => this.#waiting?.reject(error))
  }

  static async open(port: number): Promise<Browser> {
    const socket = net.connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Browser(socket)
  }

  close(): void {
    this.#socket.destroy()
  }

  send(request: string): Promise<Answer> {
    this.#waiting = Promise.withResolvers<Answer>()
    this.#socket.write(request)
    return this.#waiting.promise
  }

  #take(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part])
    const end = this.#received.indexOf(headEnd)
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const bytes = end + headEnd.length + length
    if (this.#received.length < bytes) return
    this.#received = this.#received.subarray(bytes)
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), head, bytes })
  }
}

const host = 'host: 127.0.0.1\r\n'

/** The whole way of a citizen with a receipt: the form with its code, then the page that it opens. Gives the bytes of the page. */
export async function completeQuery(browser: Browser, { form, address }: Receipt, prefix: string): Promise<number> {
  const forwarded = `x-forwarded-for: ${address}\r\n`
  const post = `POST ${prefix}/q/confirm HTTP/1.1\r\n${host}${forwarded}content-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(form)}\r\n\r\n${form}`
  const confirmed = await browser.send(post)
  const cookie = /\r\nset-cookie: ([^;]+)/i.exec(confirmed.head)?.[1]
  const location = /\r\nlocation: (\S+)/i.exec(confirmed.head)?.[1]
  if (confirmed.status !== 303 || !cookie || !location) throw new Error(`a right code was answered with ${confirmed.status}`)
  const page = await browser.send(`GET ${prefix}${location} HTTP/1.1\r\n${host}${forwarded}cookie: ${cookie}\r\n\r\n`)
  if (page.status !== 200) throw new Error(`the page was answered with ${page.status}`)
  return page.bytes
}
