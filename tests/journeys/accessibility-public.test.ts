import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { signIn } from './stage/api.ts'
import { openStage } from './stage/browser.ts'
import { acceptedCase, dispatchedCall } from './stage/by-api.ts'
import { findCast } from './stage/cast.ts'
import { keyIn, linkIn, openPhone } from './stage/citizen.ts'
import type { QueryKey } from './stage/citizen.ts'
import { violationsInBothThemes } from './stage/violations.ts'

const stage = openStage()
const report = {
  name: '鹬长滩',
  phone: '19900007391',
  place: '汾川县城关镇滩鹬湾 3 号',
  summary: '滩鹬湾停放的三轮车不见了。',
  category: 'theft',
}
let key: QueryKey
beforeAll(async () => {
  const cast = await findCast(stage.origin)
  const { page, context } = await stage.visitor()
  const phone = await openPhone(page, report.phone)
  const incidentId = await dispatchedCall(await signIn(stage.origin, cast.dispatcher), report, cast.unitCode)
  await acceptedCase(await signIn(stage.origin, cast.officer), incidentId, report.summary)
  key = keyIn(linkIn(await phone.next()))
  await context.close()
})

/** As the addresses name the language that the browser speaks. */
async function spoken(page: Page): Promise<string> {
  const tag = await page.evaluate(() => globalThis.navigator.language)
  return tag === 'zh-TW' ? 'zh-hant' : tag.slice(0, 2)
}

/** Fills the form without its words, which differ by language. */
async function ask(page: Page, typed: { number: string; phone: string; code?: string }): Promise<void> {
  await page.goto(`/q?lang=${await spoken(page)}`)
  const { number, phone, code } = typed
  await page.locator('#number').fill(number)
  await page.locator('#phone').fill(phone)
  if (code !== undefined) {
    await page.locator('summary').click()
    await page.locator('#code').fill(code)
  }
  await page
    .getByRole('main')
    .getByRole('button')
    .nth(code === undefined ? 0 : 1)
    .click()
}

let reports = 0
/** A report of its own phone each time, since one phone has but a few a day. */
const newPhone = () => String(19_900_007_400 + ++reports)

async function sendReport(page: Page, phone = newPhone()): Promise<void> {
  await page.goto(`/report?lang=${await spoken(page)}`)
  await page.locator('#kind-theft').check()
  await page.locator('#what').fill('滩鹬湾停放的自行车不见了，锁被剪断。')
  await page.locator('#when').fill('昨天晚上')
  await page.locator('#where').fill(report.place)
  await page.locator('#concerned-self').check()
  await page.locator('#name').fill(report.name)
  await page.locator('#phone').fill(phone)
  await page.locator('#consent').check()
  await page.locator('main .button.primary').click()
  await page.locator('#code').waitFor()
}

async function openCase(page: Page): Promise<void> {
  await ask(page, { ...key, phone: report.phone })
  await page.waitForURL(/\/q\/case/)
}

const path = (address: string) => (page: Page) => page.goto(address)
const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the entry', path('/')],
  ['the query', path('/q')],
  ['the query in large letters', path('/q?size=large')],
  ['the query with what was typed wrong', (page) => ask(page, { number: 'A12', phone: '12' })],
  ['step two', (page) => ask(page, { number: key.number, phone: report.phone })],
  ['the one refusal', (page) => ask(page, { ...key, phone: '19900000002' })],
  ['the case', openCase],
  [
    'a disagreement being written',
    async (page) => {
      await openCase(page)
      await page.locator('button.link').first().click()
      await page.locator('textarea').waitFor()
    },
  ],
  [
    'a look that was not theirs',
    async (page) => {
      await openCase(page)
      await page.locator('button.link').last().click()
      await page.waitForURL(/\/q\/not-me/)
    },
  ],
  ['the report', path('/report')],
  ['the report in large letters', path('/report?size=large')],
  [
    'the report with what was typed wrong',
    async (page) => {
      await page.goto(`/report?lang=${await spoken(page)}`)
      await page.locator('form#query').evaluate((form) => form.setAttribute('novalidate', ''))
      await page.locator('main .button.primary').click()
      await page.locator('#what-wrong').waitFor()
    },
  ],
  ['the code of a report', (page) => sendReport(page)],
  [
    'a code of a report that is wrong',
    async (page) => {
      await sendReport(page)
      await page.locator('#code').fill('1')
      await page.locator('main .button.primary').click()
      await page.locator('#code-wrong').waitFor()
    },
  ],
  [
    'a report that was received',
    async (page) => {
      const number = newPhone()
      const phone = await openPhone(await page.context().newPage(), number)
      await sendReport(page, number)
      await page.locator('#code').fill(/\b(\d{6})\b/.exec(await phone.next())?.[1] ?? '')
      await page.locator('main .button.primary').click()
      await page.locator('main .card').waitFor()
    },
  ],
  ['the demo phones', path('/demo/phones')],
  [
    'one demo phone',
    async (page) => {
      await page.goto('/demo/phones')
      await page.locator('#phone').fill(report.phone)
      await page.getByRole('main').getByRole('button').click()
      await page.locator('section.phone').waitFor()
    },
  ],
  [
    'a demo phone that is none',
    async (page) => {
      await page.goto('/demo/phones')
      await page.locator('#phone').fill('12')
      await page.getByRole('main').getByRole('button').click()
      await page.locator('#wrong').waitFor()
    },
  ],
]

describe.each([
  ['zh', 'phone'],
  ['zh-hant', 'phone'],
  ['en', 'phone'],
  ['zh', 'desk'],
] as const)('in %s on a %s screen, by day and by night, axe finds nothing wrong with', (language, screen) => {
  it.each(states)('%s', async (_, show) => {
    const { page, context } = await stage.visitor({ language, screen })
    await show(page)
    expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language.slice(0, 2)}`))
    expect(await violationsInBothThemes(page)).toEqual([])
    await context.close()
  })
})
