import { useEffect, useRef, useState } from 'react'
import { useKeys } from './keys.ts'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

export interface ListKeys<Row> {
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly open: (row: Row) => void
  readonly openFull: (row: Row) => void
  readonly openId: string | undefined
  readonly close: () => void
}

/** J K Enter O F / Esc on a list; gives the row the keys stand on. With the drawer open, J and K take it along. */
export function useListKeys<Row>({ rows, idOf, open, openFull, openId, close }: ListKeys<Row>): string | undefined {
  const words = useWords(kitWords).keys
  const [cursor, setCursor] = useState<string>()
  const standing = openId ?? cursor
  const at = rows.findIndex((row) => idOf(row) === standing)
  const move = (by: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + by))]
    if (!row) return
    setCursor(idOf(row))
    if (openId) open(row)
  }
  const withRow = (act: (row: Row) => void) => () => {
    const row = rows[at]
    if (row) act(row)
  }
  const isDrawerOpen = useRef(false)
  isDrawerOpen.current = openId !== undefined
  useEffect(() => {
    const row = cursor && document.querySelector(`[data-row="${CSS.escape(cursor)}"]`)
    if (!row) return
    row.scrollIntoView({ block: 'nearest' })
    // why: else Enter would still press the button that was used last. With the drawer open the reader stays there.
    if (!isDrawerOpen.current) row.querySelector<HTMLElement>('.list-open')?.focus({ preventScroll: true })
  }, [cursor])
  useKeys([
    { keys: 'j', label: words.next, run: () => move(1) },
    { keys: 'k', label: words.previous, run: () => move(-1) },
    ...(standing && at >= 0 && !openId ? [{ keys: 'enter', label: words.open, run: withRow(open) }] : []),
    { keys: 'o', label: words.fullPage, run: withRow(openFull) },
    { keys: 'f', label: words.filter, run: () => focusOn('.list-filters select, .list-filters input') },
    { keys: '/', label: words.search, run: () => focusOn('[data-list-search]') },
    ...(openId ? [{ keys: 'escape', label: words.closeDrawer, run: close }] : []),
  ])
  return cursor
}

const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()
