import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { inBeijing } from '#kernel/beijing-time.ts'
import { defineChannel, type Envelope, type Found, type Sending, type Surroundings } from './channel.ts'
import { codeOf, outcomeOfFailure } from './failures.ts'
import { RequestTemplate, valueAt, writeRequest } from './request-template.ts'

const Codes = z.array(z.string().min(1)).min(1)

const Settings = z.strictObject({
  /** The signature that goes before the text, without its brackets, where the carrier does not put it there itself. */
  signName: z.string().min(2).optional(),
  /** Account, password and the like, for placeholders of the same names. */
  values: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/), z.string()).default({}),
  send: RequestTemplate,
  /** Where in the JSON answer its code stands, which codes mean that the message was taken, and which ask for another attempt. */
  answer: z.strictObject({
    code: z.string().min(1),
    accepted: Codes,
    again: z.array(z.string()).default([]),
    providerId: z.string().min(1).optional(),
  }),
  /** The carrier guarantees in writing that one `{id}` arrives once, however often it is sent. */
  recognisesIds: z.boolean().default(false),
  /** How to ask what became of one `{key}`; left out where there is no such query. */
  record: z
    .strictObject({
      ask: RequestTemplate,
      state: z.string().min(1),
      delivered: Codes,
      accepted: Codes,
      failed: Codes,
      absent: Codes,
      providerId: z.string().min(1).optional(),
    })
    .optional(),
  timeoutMs: z.int().min(500).max(9_000).default(8_000),
})
type Settings = z.output<typeof Settings>

/** Asks over HTTP; an answer that is not JSON has no codes. */
async function call(request: ReturnType<typeof writeRequest>, { timeoutMs }: Settings, { signal }: Surroundings) {
  const { url, ...how } = request
  const response = await fetch(url, { ...how, redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })
  const text = await response.text()
  return { status: response.status, answer: jsonOf(text) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

const momentOf = (now: Date) => ({
  seconds: String(Math.floor(now.getTime() / 1_000)),
  milliseconds: String(now.getTime()),
  beijing: inBeijing(now).slice(0, 19).replaceAll(/\D/g, ''),
  nonce: randomUUID(),
})

const textOf = ({ signName }: Settings, { text }: Envelope) => (signName === undefined ? text : `【${signName}】${text}`)

/** A carrier's gateway over HTTP, described in settings: every carrier and every province has its own. */
export const carrier = defineChannel<Settings>({
  name: 'carrier',
  isSimulated: false,
  recognisesKeys: ({ recognisesIds }) => recognisesIds,
  settings: Settings,

  async send(envelope, settings, surroundings) {
    const { id, key, to } = envelope
    const values = { ...settings.values, ...momentOf(surroundings.now), id, key, phone: to, text: textOf(settings, envelope) }
    try {
      const { status, answer } = await call(writeRequest(settings.send, values), settings, surroundings)
      const { code: at, accepted, again, providerId } = settings.answer
      const code = valueAt(answer, at)
      if (code !== undefined && accepted.includes(code))
        return { state: 'accepted', providerId: (providerId && valueAt(answer, providerId)) ?? key }
      if (code !== undefined) return { state: 'rejected', retry: again.includes(code), why: codeOf(`code-${code}`) }
      // why: the gateway itself said that it would not; what a broken one did nobody knows.
      if (status === 429 || (status >= 400 && status < 500)) return { state: 'rejected', retry: status === 429, why: `http-${status}` }
      return { state: 'unknown', why: `http-${status}` }
    } catch (error) {
      return outcomeOfFailure(error)
    }
  },

  record: {
    settlesAfterMs: 60_000,
    async ask(sending, settings, surroundings) {
      if (!settings.record) return { state: 'unknown', why: 'record-not-read' }
      try {
        return await askCarrier(sending, settings, settings.record, surroundings)
      } catch (error) {
        return { state: 'unknown', why: outcomeOfFailure(error).why }
      }
    },
  },
  hasRecord: ({ record }) => record !== undefined,
})

async function askCarrier(
  { key, to, providerId }: Sending,
  settings: Settings,
  record: NonNullable<Settings['record']>,
  surroundings: Surroundings,
): Promise<Found> {
  const values = { ...settings.values, ...momentOf(surroundings.now), key, phone: to, providerId: providerId ?? '' }
  const { status, answer } = await call(writeRequest(record.ask, values), settings, surroundings)
  const state = valueAt(answer, record.state)
  if (state === undefined) return { state: 'unknown', why: `http-${status}` }
  const id = (record.providerId && valueAt(answer, record.providerId)) ?? providerId ?? key
  if (record.delivered.includes(state)) return { state: 'delivered', providerId: id }
  if (record.accepted.includes(state)) return { state: 'accepted', providerId: id }
  if (record.failed.includes(state)) return { state: 'failed', providerId: id, retry: false, why: codeOf(`state-${state}`) }
  return record.absent.includes(state) ? { state: 'absent' } : { state: 'unknown', why: codeOf(`state-${state}`) }
}
