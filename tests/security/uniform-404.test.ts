import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accepted, comparable, type County, createCounty, own } from './county.ts'

let county: County
let hidden: string
beforeAll(async () => {
  county = await createCounty()
  hidden = (await accepted(county, 'secret')).caseId
}, 120_000)
afterAll(() => county.close())

const ask = async (method: string, url: string, ...ids: readonly string[]) =>
  comparable(
    await county.http.inject({
      method: method as 'GET',
      url,
      headers: { ...own, cookie: `daylight_session=${county.away.officer.cookie}` },
    }),
    ...ids,
  )

it('is one answer, whether there is no such page, no such method, or an address that makes no sense', async () => {
  const nowhere = await ask('GET', '/nowhere')
  expect(nowhere.statusCode).toBe(404)
  for (const [method, url] of [
    ['GET', '/api/nowhere'],
    ['GET', '/api/cases/x/y/z'],
    ['PUT', `/api/cases/${hidden}`],
    ['DELETE', '/api/cases'],
    ['OPTIONS', '/api/cases'],
    ['GET', '/metrics'],
    ['GET', '/.env'],
    ['GET', '/%zz'],
    ['GET', `/api/cases/${'x'.repeat(300)}`],
  ] as const)
    expect(await ask(method, url), `${method} ${url.slice(0, 60)}`).toEqual(nowhere)
})

it('is one answer for what is hidden and for what does not exist', async () => {
  const [nothing, paper] = [uuid(), uuid()]
  for (const rest of ['', `/papers/${paper}`, '/trail']) {
    const missing = await ask('GET', `/api/cases/${nothing}${rest}`, nothing)
    expect(missing.statusCode).toBe(404)
    expect(await ask('GET', `/api/cases/${hidden}${rest}`, hidden), rest).toEqual(missing)
  }
})
