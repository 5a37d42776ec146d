import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import type { BrowserContext } from 'playwright-core'

export interface Paper {
  /** Spaces and line breaks taken out, as they depend on the form's layout. */
  readonly text: string
}

/** Fetches a paper as the browser would, finds a PDF of a real size in it, and reads its words. */
export async function readPaper(context: BrowserContext, address: string): Promise<Paper> {
  const response = await context.request.get(address)
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toBe('application/pdf')
  expect(response.headers()['cache-control']).toContain('no-store')
  const body = await response.body()
  expect(body.subarray(0, 5).toString()).toBe('%PDF-')
  expect(body.length).toBeGreaterThan(10_000)
  const read = spawnSync('pdftotext', ['-', '-'], { input: body, encoding: 'utf8' })
  expect(read.error, 'pdftotext is part of poppler-utils').toBeUndefined()
  return { text: read.stdout.replaceAll(/\s/g, '') }
}
