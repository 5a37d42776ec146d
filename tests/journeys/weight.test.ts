import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '#platform/web/me.tsx'
import type { PageDef } from '#platform/web/page-def.ts'
import { budgets } from '../../tools/budgets.ts'
import { demoLogins, signIn } from './stage/api.ts'
import { openStage } from './stage/browser.ts'
import { acceptedCase, dispatchedCall } from './stage/by-api.ts'
import { findCast } from './stage/cast.ts'
import { askForCode, keyIn, linkIn, openPhone, queryByReceipt } from './stage/citizen.ts'
import type { QueryKey } from './stage/citizen.ts'
import { settle } from './stage/violations.ts'

const stage = openStage()
const report = {
  name: '莺柳浪',
  phone: '19900007341',
  place: '汾川县城关镇柳莺渡 8 号',
  summary: '柳莺渡的渡船缆绳被人割断。',
  category: 'damage',
}
const modules = Object.values(import.meta.glob<{ pages: readonly PageDef[] }>('../../modules/*/web/pages.tsx', { eager: true }))
const routes = modules.flatMap(({ pages }) => pages).filter(({ withoutSession }) => !withoutSession)

type Loaded = ReadonlyMap<string, number>
const kbOf = (loaded: Loaded): number => Math.round([...loaded.values()].reduce((sum, bytes) => sum + bytes, 0) / 100) / 10

const compressed = (body: Buffer): number => gzipSync(body, { level: 9 }).length

/** What a page really loads from now on: address → bytes after gzip; pictures and answers of the API are not counted. */
function listen(page: Page, kinds: RegExp): { loaded(): Promise<Loaded> } {
  const responses: Response[] = []
  page.on('response', (response) => {
    if (response.status() === 200 && kinds.test(response.headers()['content-type'] ?? '')) responses.push(response)
  })
  return {
    async loaded() {
      return new Map(await Promise.all(responses.map(async (response) => [response.url(), compressed(await response.body())] as const)))
    },
  }
}

/** Weighs every page of a walk on its way to the browser, since a page that was left gives its body away no more. */
async function weighOnTheWay(page: Page): Promise<Map<string, number>> {
  const weighed = new Map<string, number>()
  await page.route('**/*', async (route) => {
    const request = route.request()
    // why: the answer to the code is a redirect, which the browser has to follow by itself.
    if (request.url().endsWith('/q/confirm')) return route.continue()
    const response = await route.fetch()
    weighed.set(`${request.method()} ${request.url()}`, compressed(await response.body()))
    return route.fulfill({ response })
  })
  return weighed
}

let key: QueryKey
let places: Record<string, string>
beforeAll(async () => {
  const cast = await findCast(stage.origin)
  const { page, context } = await stage.visitor()
  const phone = await openPhone(page, report.phone)
  const dispatcher = await signIn(stage.origin, cast.dispatcher)
  const incidentId = await dispatchedCall(dispatcher, report, cast.unitCode)
  const { caseId } = await acceptedCase(await signIn(stage.origin, cast.officer), incidentId, report.summary)
  key = keyIn(linkIn(await phone.next()))
  places = { caseId, incidentId: await dispatchedCall(dispatcher, report, cast.unitCode) }
  await context.close()
})

describe('a citizen', () => {
  it(`loads no more than ${budgets.publicKb} kB from the entry to the case, every page, style and script together`, async () => {
    const { page, context } = await stage.visitor({ screen: 'phone' })
    const loaded = await weighOnTheWay(page)
    await page.goto('/')
    await askForCode(page, { number: key.number, phone: report.phone })
    const last = page.waitForResponse((response) => /\/q\/case/.test(response.url()))
    await queryByReceipt(page, { ...key, phone: report.phone })
    await page.waitForURL(/\/q\/case/)
    loaded.set('/q/case', compressed(await (await last).body()))
    console.log(`a citizen's whole query: ${kbOf(loaded)} kB in ${loaded.size} files`)
    expect([...loaded.keys()].length).toBeGreaterThanOrEqual(5)
    expect(kbOf(loaded)).toBeLessThanOrEqual(budgets.publicKb)
    await context.close()
  })

  it('meets no script but the one small optional one, and nothing from elsewhere', async () => {
    const { page, context } = await stage.visitor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/q')
    expect(asked.filter((address) => !address.startsWith(stage.origin) && !address.startsWith('data:'))).toEqual([])
    expect(asked.filter((address) => address.endsWith('.js'))).toHaveLength(1)
    await context.close()
  })
})

describe('the staff application', () => {
  let entry: Loaded
  it(`loads no more than ${budgets.entryKb} kB of script and style for the log-in page and, while the person types, the frame`, async () => {
    const { page, context } = await stage.visitor()
    const heard = listen(page, /css|javascript/)
    await page.goto('/staff/login')
    await page.getByLabel('警号').waitFor()
    await settle(page)
    entry = await heard.loaded()
    console.log(`log-in page and frame: ${kbOf(entry)} kB in ${entry.size} files`)
    expect(kbOf(entry)).toBeLessThanOrEqual(budgets.entryKb)
    expect([...entry.keys()].filter((address) => /list-page/.test(address))).toEqual([])
    await context.close()
  })

  it(`loads no more than ${budgets.routeKb} kB besides for any page, with all that fills it`, async () => {
    const people = await Promise.all(
      (await demoLogins(stage.origin)).map(async (login) => {
        const session = await signIn(stage.origin, login)
        return { session, me: (await session.get('/api/session')).body.officer as Me }
      }),
    )
    const home = { path: '/staff/', visibleTo: () => true }
    const weights: [string, number][] = []
    for (const { path, visibleTo } of [home, ...routes]) {
      const { page, context } = await stage.visitor()
      const [name = '', value = ''] = people.find(({ me }) => visibleTo(me))?.session.cookie.split('=') ?? []
      await context.addCookies([{ name, value, url: stage.origin }])
      const heard = listen(page, /css|javascript/)
      await page.goto(path.replaceAll(/\$(\w+)/g, (_, place: string) => places[place] ?? ''))
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settle(page)
      weights.push([path, kbOf(new Map([...(await heard.loaded())].filter(([address]) => !entry.has(address))))])
      await context.close()
    }
    console.log(weights.map(([path, kb]) => `${String(kb).padStart(6)} kB  ${path}`).join('\n'))
    expect(weights.filter(([, kb]) => kb > budgets.routeKb)).toEqual([])
  })
})
