import type { Page } from 'playwright-core'
import { secondsSince } from './wait-until.ts'

/** What a person says on the phone; invented, and so unlike all else that it can be searched for in logs and addresses. */
export interface Report {
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly summary: string
  /** The letters that find the category: `dq` for 盗窃. */
  readonly category: string
}

// why: a practised typist; the limit of thirty seconds is for people, not for scripts.
const keyPause = 40

export async function typeKeys(page: Page, text: string): Promise<void> {
  for (const sign of text) {
    await page.keyboard.type(sign)
    await page.waitForTimeout(keyPause)
  }
}

/** Signs in without touching the mouse; the log-in page has the focus in its first field. */
export async function logInByKeyboard(page: Page, { policeNumber, password }: { policeNumber: string; password: string }): Promise<void> {
  await page.goto('/staff/login')
  await page.getByLabel('警号').waitFor()
  await typeKeys(page, policeNumber)
  await page.keyboard.press('Tab')
  await typeKeys(page, password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/staff\/$/)
}

/** From the call to the dispatch, by keyboard alone. Answers how long it took and when the key that dispatches was pressed. */
export async function takeCall(
  page: Page,
  report: Report,
  unitName: string,
): Promise<{ readonly seconds: number; readonly dispatchedAt: number }> {
  await page.getByRole('heading', { name: '我的一天' }).waitFor()
  const began = performance.now()
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: '接警录入' }).waitFor()
  await page.getByRole('textbox', { name: '报警人' }).and(page.locator(':focus')).waitFor()
  const answers = [report.name, report.phone, '', report.place, '', report.summary, report.category, unitName]
  for (const [at, answer] of answers.entries()) {
    await typeKeys(page, answer)
    if (at < answers.length - 1) await page.keyboard.press('Enter')
    await page.waitForTimeout(keyPause)
  }
  await page.keyboard.press('Control+Enter')
  const dispatchedAt = performance.now()
  await page
    .getByRole('status')
    .filter({ hasText: `已派 ${unitName}` })
    .waitFor()
  return { seconds: secondsSince(began), dispatchedAt }
}
