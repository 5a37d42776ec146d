import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Me } from '#platform/web/me.tsx'
import type { PageDef } from '#platform/web/page-def.ts'
import { demoLogins, signIn } from './stage/api.ts'
import { openStage } from './stage/browser.ts'
import type { Screen } from './stage/browser.ts'
import { acceptedCase, dispatchedCall } from './stage/by-api.ts'
import { findCast } from './stage/cast.ts'
import type { Cast } from './stage/cast.ts'
import { violationsInBothThemes } from './stage/violations.ts'

const stage = openStage()
const { origin } = inject('suite')
const report = {
  name: '隼疾风',
  phone: '19900007381',
  place: '汾川县城关镇游隼岭 4 号',
  summary: '游隼岭的果园被人剪了围网。',
  category: 'theft',
}
const languages = ['zh', 'en'] as const

// why: gathered as the application gathers them, so that a page added later is looked at without being listed here.
const modules = Object.values(import.meta.glob<{ pages: readonly PageDef[] }>('../../modules/*/web/pages.tsx', { eager: true }))
const myDay: Pick<PageDef, 'path' | 'visibleTo'> = { path: '/staff/', visibleTo: () => true }
const pages = modules.flatMap((module) => module.pages).filter(({ withoutSession }) => !withoutSession)
const openPages = modules.flatMap((module) => module.pages).filter(({ withoutSession }) => withoutSession)

const logins = await demoLogins(origin)
const people = await Promise.all(
  logins.map(async (login) => {
    const session = await signIn(origin, login)
    return { role: login.role, session, me: (await session.get('/api/session')).body.officer as Me }
  }),
)
/** The first who may open it; nobody is a fault of the page. */
const visitorOf = ({ path, visibleTo }: Pick<PageDef, 'path' | 'visibleTo'>) => {
  const person = people.find(({ me }) => visibleTo(me))
  if (!person) throw new Error(`no role of the demo may open ${path}`)
  return person.role
}
const looks = [
  ...people.map(({ role }) => ({ role, path: myDay.path })),
  ...pages.map((page) => ({ role: visitorOf(page), path: page.path })),
]

let cast: Cast
let places: Record<string, string>
beforeAll(async () => {
  cast = await findCast(origin)
  const [dispatcher, officer] = await Promise.all([signIn(origin, cast.dispatcher), signIn(origin, cast.officer)])
  const incidentId = await dispatchedCall(dispatcher, report, cast.unitCode)
  const { caseId } = await acceptedCase(officer, await dispatchedCall(dispatcher, report, cast.unitCode), report.summary)
  places = { incidentId, caseId }
})

const addressOf = (path: string) =>
  path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const place = places[name]
    if (!place) throw new Error(`${path}: say in this test which ${name} to open`)
    return place
  })

async function open(role: string, path: string, language: 'zh' | 'en', screen: Screen = 'desk'): Promise<Page> {
  const { context, page } = await stage.visitor({ language, screen })
  const [name = '', value = ''] = people.find((person) => person.role === role)?.session.cookie.split('=') ?? []
  if (name) await context.addCookies([{ name, value, url: origin }])
  await page.goto(addressOf(path))
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

describe.each(languages)('in %s, by day and by night, axe finds nothing wrong with', (language) => {
  it.each(openPages)('$path for a stranger', async ({ path }) => {
    const page = await open('', path, language)
    expect(await violationsInBothThemes(page)).toEqual([])
    await page.context().close()
  })

  it.each(looks)('$path as $role', async ({ role, path }) => {
    const page = await open(role, path, language)
    expect(await violationsInBothThemes(page)).toEqual([])
    await page.context().close()
  })
})

describe('by day and by night, axe finds nothing wrong with', () => {
  it.each(looks.filter(({ role, path }) => role !== 'administrator' && !/audit|units|officers/.test(path)))(
    '$path as $role on a phone',
    async ({ role, path }) => {
      const page = await open(role, path, 'zh', 'phone')
      expect(await violationsInBothThemes(page)).toEqual([])
      await page.context().close()
    },
  )

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
  it.each([
    ['the keys', 'dispatcher', '/staff/', 'desk', (page: Page) => page.keyboard.press('?')],
    ['the menu on a phone', 'officer', '/staff/', 'phone', (page: Page) => press(page, '打开菜单')],
    ['dispatching', 'dispatcher', '/staff/incidents/$incidentId', 'desk', (page: Page) => press(page, /^增派或改派/)],
    ['filing', 'leader', '/staff/cases/$caseId', 'desk', (page: Page) => press(page, /^立案/)],
    ['refusing', 'leader', '/staff/cases/$caseId', 'phone', (page: Page) => press(page, /^不予立案/)],
  ] as const)('the dialog: %s', async (_, role, path, screen, act) => {
    const page = await open(role, path, 'zh', screen)
    await act(page)
    await page.getByRole('dialog').waitFor()
    expect(await violationsInBothThemes(page)).toEqual([])
    await page.context().close()
  })

  it('the drawer of a list', async () => {
    const page = await open('supervisor', '/staff/audit', 'zh')
    await page.getByRole('row').nth(1).click()
    await page.getByRole('complementary').first().waitFor()
    expect(await violationsInBothThemes(page)).toEqual([])
  })

  it('an entry that is refused, with its errors beside the fields', async () => {
    const page = await open('', '/staff/login', 'zh')
    await press(page, '登录')
    await page.getByText('请填写。').first().waitFor()
    expect(await violationsInBothThemes(page)).toEqual([])
  })
})
