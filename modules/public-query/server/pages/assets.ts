import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Asset {
  /** Changes with the content, so that browsers may keep it for a year. */
  readonly url: string
  readonly type: string
  readonly text: string
}

function asset(name: string, type: string): Asset {
  const text = readFileSync(path.join(import.meta.dirname, '../assets', name), 'utf8')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return { url: `/public/${name.replace('.', `.${hash}.`)}`, type, text }
}

export const styleSheet = asset('query.css', 'text/css; charset=utf-8')
export const script = asset('query.js', 'text/javascript; charset=utf-8')
