import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuid } from 'uuid'
import { testPassword } from '#modules/accounts/testing/enrol.ts'
import type { Random } from '../../../data/county/random.ts'
import { type Stage, station } from './stage.ts'

/** What the house has said was done: nothing of it may ever be missing. */
export interface Acknowledged {
  readonly received: { readonly id: string; readonly number: string; readonly phone: string }[]
  readonly signed: string[]
  readonly arrived: string[]
  readonly disposed: { readonly incidentId: string; readonly caseId: string; readonly caseNumber: string; readonly receiptId: string }[]
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookie: string
}

const attemptMs = 8_000
const pauseMs = 150
const patienceMs = 180_000

/** Sends until there is an answer that is not a fault: the ids are ours, so that a repeat is the same act. */
async function until(stage: Stage, url: string, input: object, cookie: string): Promise<Answer> {
  for (const end = performance.now() + patienceMs; performance.now() < end;) {
    const answer = await fetch(`http://127.0.0.1:${stage.port}${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-daylight': '1', cookie },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(attemptMs),
    })
      .then(async (response) => ({
        status: response.status,
        body: (await response.json()) as Record<string, unknown>,
        cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
      }))
      .catch(() => null)
    if (answer !== null && answer.status < 500) return answer
    await pause(pauseMs)
  }
  throw new Error(`no answer from ${url} within ${patienceMs} ms`)
}

export async function signInTo(stage: Stage, policeNumber: string): Promise<string> {
  const { status, cookie, body } = await until(stage, '/api/session', { policeNumber, password: testPassword }, '')
  if (status !== 200) throw new Error(`could not sign in: ${status} ${JSON.stringify(body)}`)
  return cookie
}

interface Desk {
  readonly dispatcher: string
  readonly officer: string
}

function expectDone({ status, body }: Answer, what: string): void {
  if (status !== 200) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`)
}

/** One matter from the call to the case; each step is written down when it has been acknowledged, not before. */
async function oneMatter(stage: Stage, { dispatcher, officer }: Desk, phone: string, done: Acknowledged): Promise<void> {
  const id = uuid()
  const call = { id, source: '110', category: 'burglary', grade: 'II', place: '粮站家属院 3 号楼', summary: '门锁被撬，现金不见。' }
  const reporter = { reporterName: '贺秀兰', reporterPhone: phone }
  const received = await until(stage, '/api/incidents', { ...call, ...reporter, dispatchTo: station }, dispatcher)
  expectDone(received, 'a call')
  done.received.push({ id, number: String(received.body['number']), phone })
  expectDone(await until(stage, `/api/incidents/${id}/signature`, {}, officer), 'a signature')
  done.signed.push(id)
  expectDone(await until(stage, `/api/incidents/${id}/arrival`, {}, officer), 'an arrival')
  done.arrived.push(id)
  const crime = {
    disposition: 'criminal-case',
    caseId: uuid(),
    causeCode: 'cl-264',
    matter: '门锁被撬，现金不见',
    reporterRole: 'complainant',
  }
  const disposed = await until(stage, `/api/incidents/${id}/disposition`, crime, officer)
  expectDone(disposed, 'a disposition')
  const { caseNumber, receiptId } = disposed.body
  done.disposed.push({ incidentId: id, caseId: crime.caseId, caseNumber: String(caseNumber), receiptId: String(receiptId) })
}

/** Several desks at once until told to stop; each finishes the matter that it has begun. */
export function beginLoad(stage: Stage, desk: Desk, { clients, random }: { clients: number; random: Random }) {
  const done: Acknowledged = { received: [], signed: [], arrived: [], disposed: [] }
  const stopping = new AbortController()
  let phones = 0
  const client = async () => {
    while (!stopping.signal.aborted) {
      await oneMatter(stage, desk, `1990000${String(phones++ % 10_000).padStart(4, '0')}`, done)
      await pause(random.int(0, 40))
    }
  }
  const running = Promise.all(Array.from({ length: clients }, client))
  return {
    done,
    /** Rejects as soon as a desk was refused what it may do. */
    running,
    async stop(): Promise<Acknowledged> {
      stopping.abort()
      await running
      return done
    },
  }
}
