import type { Page } from 'playwright-core'

interface Particulars {
  /** The radio button that says it: 刑事案件受案. */
  readonly disposition: string
  readonly cause: string
  readonly matter: string
  /** The verb of the last button. */
  readonly verb: string
}

const dutyAt = (page: Page, place: string) => page.getByRole('link').filter({ hasText: place })

/** Opens one's unit's duties on the phone and leaves them open. */
export async function watchDuties(page: Page): Promise<void> {
  await page.goto('/staff/phone')
  await page.getByRole('heading', { name: '出警任务' }).waitFor()
}

/** Waits, without touching the page, until the incident at this place appears on it. Answers when that was. */
export async function seeDuty(page: Page, place: string): Promise<number> {
  await dutyAt(page, place).first().waitFor()
  return performance.now()
}

/** Opens the duty, signs for it and arrives, each with one tap. */
export async function signAndArrive(page: Page, place: string): Promise<void> {
  await dutyAt(page, place).first().click()
  for (const act of ['签收', '到场']) {
    await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('button', { name: act, exact: true }).waitFor({ state: 'detached' })
  }
}

/** Records the outcome in the sheet: the disposition, then what it asks for. */
export async function dispose(page: Page, { disposition, cause, matter, verb }: Particulars): Promise<void> {
  await page.getByRole('button', { name: '填处置结果' }).click()
  await page.getByRole('radio', { name: disposition }).check()
  await page.getByRole('button', { name: '下一步：写案情' }).click()
  await page.getByRole('combobox', { name: '案由' }).fill(cause)
  await page.getByRole('option').first().click()
  await page.getByLabel('案情摘要').fill(matter)
  const role = page.getByRole('radio', { name: '报案人', exact: true })
  if (await role.isVisible()) await role.check()
  await page.getByRole('button', { name: verb }).click()
}
