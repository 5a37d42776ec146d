import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What a user without sight, mouse or contrast would stumble over on this page, one line for each place. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 5)
      .map(({ target, failureSummary = '' }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
  )
}

/** Waits until nothing is being fetched or drawn any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' })
  // why: lists ask again by themselves, so a page may never be quiet for long.
  await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => undefined)
}

/** Colours fade from one theme to the other; half-way they contrast with nothing. */
async function faded(page: Page): Promise<void> {
  await page.waitForTimeout(100)
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
}

/** The same page in daylight and at night. */
export async function violationsInBothThemes(page: Page): Promise<readonly string[]> {
  await settle(page)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await faded(page)
    for (const violation of await violationsOn(page)) found.push(`${colorScheme}: ${violation}`)
  }
  return found
}
