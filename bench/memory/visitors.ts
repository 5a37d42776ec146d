import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuid } from 'uuid'
import { Browser, completeQuery } from '../query/browser.ts'
import type { Receipt } from '../query/receipts.ts'
import type { ServerProcess } from './server-process.ts'

export type Done = Record<string, number>

interface Login {
  readonly role: string
  readonly policeNumber: string
  readonly password: string
}

interface Visit {
  readonly server: ServerProcess
  readonly done: Done
  isOver(): boolean
}

const count = (done: Done, what: string) => void (done[what] = (done[what] ?? 0) + 1)

async function asked(response: Response, wanted: number): Promise<unknown> {
  const text = await response.text()
  if (response.status !== wanted) throw new Error(`${response.url} answers ${response.status}: ${text.slice(0, 200)}`)
  return text === '' ? null : JSON.parse(text)
}

export const loginsOf = async ({ origin }: ServerProcess): Promise<readonly Login[]> =>
  ((await asked(await fetch(`${origin}/api/demo/logins`), 200)) as { rows: readonly Login[] }).rows

const headers = { 'x-daylight': '1', 'content-type': 'application/json' }

async function signIn({ origin }: ServerProcess, { policeNumber, password }: Login): Promise<string> {
  const response = await fetch(`${origin}/api/session`, { method: 'POST', headers, body: JSON.stringify({ policeNumber, password }) })
  await asked(response, 200)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

type Page = { readonly rows: readonly { readonly id: string }[]; readonly next: string | null }

/** Pages of a list and the details of what stands on them. */
async function browse(visit: Visit, cookie: string, kind: 'incidents' | 'cases'): Promise<void> {
  const { server, done } = visit
  const get = async (path: string) => asked(await fetch(`${server.origin}${path}`, { headers: { cookie } }), 200)
  let after = ''
  for (let pages = 0; pages < 4 && !visit.isOver(); pages++) {
    const page = (await get(`/api/${kind}?limit=50${after}`)) as Page
    count(done, `pages of ${kind}`)
    for (const { id } of page.rows.slice(0, 5)) {
      await get(`/api/${kind}/${id}`)
      count(done, kind)
    }
    if (page.next === null) return
    after = `&after=${page.next}`
  }
}

async function takeCall({ server, done }: Visit, cookie: string): Promise<void> {
  const call = {
    id: uuid(),
    source: '110',
    category: 'theft',
    grade: 'III',
    reporterName: '贺秀兰',
    reporterPhone: '19900000417',
    place: '鼓楼东街27号门前',
    summary: '报警人称停放在楼下的电动自行车电瓶被盗。',
  }
  await asked(
    await fetch(`${server.origin}/api/incidents`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(call) }),
    200,
  )
  count(done, 'calls taken')
}

/** An officer who signs in, works for a while and signs out, again and again. */
export async function officerVisits(visit: Visit, login: Login): Promise<void> {
  const { server, done } = visit
  while (!visit.isOver()) {
    const cookie = await signIn(server, login)
    count(done, 'log-ins')
    for (let turn = 0; turn < 10 && !visit.isOver(); turn++) {
      await browse(visit, cookie, 'incidents')
      // why: the desk reads no cases.
      if (login.role === 'dispatcher') await takeCall(visit, cookie)
      else await browse(visit, cookie, 'cases')
    }
    await fetch(`${server.origin}/api/session`, { method: 'DELETE', headers: { 'x-daylight': '1', cookie } })
  }
}

/** Citizens who look up their cases, one after the other. */
export async function citizensVisit({ server, done, isOver }: Visit, receipts: readonly Receipt[]): Promise<void> {
  const browser = await Browser.open(server.port)
  const restMs = 20
  for (let at = 0; !isOver(); at++) {
    await completeQuery(browser, receipts[at % receipts.length] as Receipt, '')
    count(done, 'queries')
    await pause(restMs)
  }
  browser.close()
}
