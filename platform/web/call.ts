import type * as z from 'zod/mini'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import type { Problem } from '#platform/shared/problem.ts'
import { languageSetting } from './language.ts'

/** The server said no, or failed; `problem.detail` is ready to be shown. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The request never reached the server. Nothing was written. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('no connection', { cause })
    this.name = 'OfflineError'
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Logging in answers 401 itself; there it is an answer, not a lost session. */
  readonly expectSignedOut?: boolean
  /** Sent as the whole body, in place of what the input would be. */
  readonly file?: Blob
}

const signedOutEvent = 'daylight:signed-out'

/** Calls back when an answer shows that the session is over. The page stays as it is, so what was typed is kept. */
export function onSignedOut(listener: () => void): () => void {
  globalThis.addEventListener(signedOutEvent, listener)
  return () => globalThis.removeEventListener(signedOutEvent, listener)
}

const proofNeededEvent = 'daylight:proof-needed'

/** Whoever shows the question answers it: true once the person was proved. */
type Settle = (isProved: boolean) => void

/** Calls back when an act waits until it is proved who sits there. */
export function onProofNeeded(listener: (settle: Settle) => void): () => void {
  const hear = (event: Event) => {
    event.preventDefault()
    listener((event as CustomEvent<Settle>).detail)
  }
  globalThis.addEventListener(proofNeededEvent, hear)
  return () => globalThis.removeEventListener(proofNeededEvent, hear)
}

const askForProof = (): Promise<boolean> =>
  new Promise((resolve) => {
    const event = new CustomEvent<Settle>(proofNeededEvent, { detail: resolve, cancelable: true })
    // why: nobody has taken the question, so nobody will answer it.
    if (globalThis.dispatchEvent(event)) resolve(false)
  })

/** Asks one endpoint of the API; typed by its contract. Throws `ProblemError` or `OfflineError`. */
export async function call<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  options: CallOptions = {},
): Promise<z.output<Output>> {
  const response = await callFor(endpoint, input, options)
  // why: server and browser come from one build and the server has checked its answer against the same contract.
  return (response.status === 204 ? undefined : await response.json()) as z.output<Output>
}

/** The same for an answer that is no JSON, such as a file. */
export async function callFor(endpoint: Pick<Endpoint, 'method' | 'path'>, input: unknown, options: CallOptions = {}): Promise<Response> {
  const asked = address(endpoint, input)
  const { url } = asked
  const body = options.file ?? asked.body
  const type = options.file ? 'text/csv' : 'application/json'
  const once = () =>
    send(url, {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        'x-daylight': '1',
        accept: 'application/json',
        'accept-language': languageSetting.read() === 'zh' ? 'zh-CN' : 'en',
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
      ...(options.signal && { signal: options.signal }),
    })
  let response = await once()
  if (response.ok) return response
  let problem = await problemOf(response)
  if (problem.code === 'house.proofNeeded' && (await askForProof())) {
    response = await once()
    if (response.ok) return response
    problem = await problemOf(response)
  }
  if (response.status === 401 && !options.expectSignedOut) globalThis.dispatchEvent(new Event(signedOutEvent))
  throw new ProblemError(problem)
}

/** Fills the `:names` of the path; the rest is the query string of a GET and the JSON body of the others. */
export function address(endpoint: Pick<Endpoint, 'method' | 'path'>, input: unknown): { url: string; body?: string } {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown> | undefined) }
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (endpoint.method !== 'GET') return { url: path, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === '') continue
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, each instanceof Date ? each.toISOString() : String(each))
  }
  const text = query.toString()
  return { url: text ? `${path}?${text}` : path }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new OfflineError(cause)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const answered = response.headers.get('content-type')?.includes('json') ? ((await response.json()) as Partial<Problem>) : {}
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'house.fault',
    detail: '',
    requestId: response.headers.get('x-request-id') ?? '',
    ...answered,
  }
}
