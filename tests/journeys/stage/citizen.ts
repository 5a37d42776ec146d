import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { waitUntil } from './wait-until.ts'

const spaced = (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
const section = (page: Page) => page.getByRole('region', { name: /^短信/ })

/** The simulated phone of one person, open in a window of its own. */
export interface SimulatedPhone {
  readonly page: Page
  /** The one message that came since the last time; two would be one too many. */
  readonly next: () => Promise<string>
  /** Nothing came besides what was read. */
  readonly staysQuiet: () => Promise<void>
}

async function messagesOn(page: Page): Promise<readonly string[]> {
  await page.reload()
  return section(page).getByRole('listitem').getByRole('paragraph').allInnerTexts()
}

/** Opens the person's simulated phone by its number, before anything was sent to it. */
export async function openPhone(page: Page, phone: string): Promise<SimulatedPhone> {
  await page.goto('/demo/phones?lang=zh')
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '打开这部手机' }).click()
  await section(page).waitFor()
  // why: the demo county has ten thousand numbers at most, so one of its people may have this one too.
  let known = (await messagesOn(page)).length
  return {
    page,
    async next() {
      await waitUntil('one more message on the phone', async () => (await messagesOn(page)).length > known, 20)
      const messages = await messagesOn(page)
      expect(messages).toHaveLength(known + 1)
      known += 1
      await section(page)
        .getByRole('heading', { name: spaced(phone) })
        .waitFor()
      return messages[0] ?? ''
    },
    async staysQuiet() {
      expect(await messagesOn(page)).toHaveLength(known)
    },
  }
}

/** The link in a message, which opens what the QR of the receipt holds. */
export const linkIn = (message: string): string => /https?:\/\/[^\s，。]+/.exec(message)?.[0] ?? ''

export interface QueryKey {
  readonly number: string
  readonly code: string
}

/** Number and code behind the `#` of such a link. */
export function keyIn(link: string): QueryKey {
  const [, number = '', code = ''] = /#v1\.(A\d{22})\.(\d{16})$/.exec(link) ?? []
  return { number, code }
}

const valueOf = async (page: Page, label: string) => (await page.getByLabel(label, { exact: true }).inputValue()).replaceAll(' ', '')

/** Opens a link as on a phone, and finds number and code filled in and gone from the address. */
export async function openLink(page: Page, link: string): Promise<void> {
  const { number, code } = keyIn(link)
  await page.goto(link)
  await expect.poll(() => valueOf(page, '案件编号')).toBe(number)
  expect(await valueOf(page, '查询码')).toBe(code)
  expect(page.url()).not.toContain('#')
  expect(page.url()).not.toContain(number)
  expect(await page.evaluate(() => globalThis.history.state as unknown)).toBe(null)
}

/** Step one with the phone typed; the code comes as a message. */
export async function askForCode(page: Page, { number, phone }: { number: string; phone: string }): Promise<void> {
  await page.goto('/q?lang=zh')
  await page.getByLabel('案件编号', { exact: true }).fill(number)
  await page.getByLabel('报案时登记的手机号').fill(phone)
  await page.getByRole('button', { name: '发送验证码', exact: true }).click()
  await page.getByRole('heading', { name: '输入验证码' }).waitFor()
}

export async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('验证码或查询码').fill(code)
  await page.getByRole('button', { name: '查看进展' }).click()
}

/** The receipt's code typed from paper, for a person without the phone at hand. */
export async function queryByReceipt(page: Page, { number, phone, code }: QueryKey & { phone: string }): Promise<void> {
  await page.goto('/q?lang=zh')
  await page.getByLabel('案件编号', { exact: true }).fill(number)
  await page.getByLabel('报案时登记的手机号').fill(phone)
  await page.getByText('手机不在身边，用回执上的 16 位查询码').click()
  await page.getByLabel('查询码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '用查询码查询' }).click()
}

/** The milestones reached, the newest first, as the reporter reads them. */
export async function milestonesOn(page: Page): Promise<readonly string[]> {
  await page.waitForURL(/\/q\/case/)
  // why: what is still to come stands in the same line, without a day.
  const reached = page.locator('main ul.line > li').filter({ has: page.locator('p.small') })
  return reached.getByRole('heading', { level: 3 }).allInnerTexts()
}
