import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Login } from './api.ts'

export const screens = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const
export type Screen = keyof typeof screens

interface VisitorOptions {
  readonly screen?: Screen
  readonly language?: 'zh' | 'zh-hant' | 'en'
  readonly theme?: 'light' | 'dark'
}

/** A person with a browser of their own. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
}

export interface Stage {
  readonly origin: string
  /** Every address asked for by any browser of this file, without what stands behind `#`, which no server sees. */
  readonly addresses: readonly string[]
  /** Errors that pages threw or the browser reported. */
  readonly faults: readonly string[]
  visitor(options?: VisitorOptions): Promise<Visitor>
  /** A visitor who has signed in by the log-in page. */
  officer(login: Login, options?: VisitorOptions): Promise<Visitor>
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--lang=zh-CN',
]

// why: an answer that refuses is part of the walk; the browser reports each as an error of the console.
const isRefusal = (text: string) => /Failed to load resource: the server responded with a status of 4\d\d/.test(text)

const slug = (name: string) => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)

/** One browser for this file of tests; what its pages show when a test fails is kept as pictures. */
export function openStage(): Stage {
  const { origin, evidence } = inject('suite')
  const addresses: string[] = []
  const faults: string[] = []
  const contexts: BrowserContext[] = []
  let browser: Browser | undefined

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
  })
  afterAll(() => browser?.close())
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async ({ task }) => {
      for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
        const file = path.join(evidence, `${slug(task.name)}-${index}.png`)
        await page.screenshot({ path: file, fullPage: true, timeout: 5_000 }).then(
          () => console.error(`${new URL(page.url()).pathname} is pictured in ${file}`),
          () => undefined,
        )
      }
    })
  })

  const visitor = async ({ screen = 'desk', language = 'zh', theme = 'light' }: VisitorOptions = {}): Promise<Visitor> => {
    if (!browser) throw new Error('the browser opens in beforeAll: ask for a visitor inside a test or hook')
    const isPhone = screen === 'phone'
    const context = await browser.newContext({
      baseURL: origin,
      viewport: screens[screen],
      locale: { zh: 'zh-CN', 'zh-hant': 'zh-TW', en: 'en-GB' }[language],
      timezoneId: 'Asia/Shanghai',
      colorScheme: theme,
      reducedMotion: 'reduce',
      ...(isPhone && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
    })
    context.setDefaultTimeout(15_000)
    context.on('request', (request) => addresses.push(request.url().replace(/#.*$/, '')))
    context.on('weberror', (error) => faults.push(`${error.page()?.url()} ${error.error().message}`))
    context.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text())) faults.push(`${message.page()?.url()} ${message.text()}`)
    })
    await context.addInitScript(
      (wanted) => {
        if (globalThis.location.protocol === 'http:') globalThis.localStorage.setItem('daylight.language', wanted)
      },
      language.slice(0, 2),
    )
    contexts.push(context)
    return { context, page: await context.newPage() }
  }

  return {
    origin,
    addresses,
    faults,
    visitor,
    async officer({ policeNumber, password }, options) {
      const { context, page } = await visitor(options)
      const words =
        options?.language === 'en'
          ? { number: 'Police number', password: 'Password', act: 'Log in' }
          : { number: '警号', password: '密码', act: '登录' }
      await page.goto('/staff/login')
      await page.getByLabel(words.number).fill(policeNumber)
      await page.getByLabel(words.password, { exact: true }).fill(password)
      await page.getByRole('button', { name: words.act, exact: true }).click()
      await page.waitForURL(/\/staff\/$/)
      return { context, page }
    },
  }
}
