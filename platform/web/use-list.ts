import { useRef, useState } from 'react'
import type { Page } from '#platform/shared/page.ts'
import { useChangeSearch, useSearch } from './navigation.tsx'
import type { Search } from './navigation.tsx'
import { filtersInForce, placeOf, settleRows } from './list-state.ts'
import type { ListFilter, ListView } from './list-state.ts'

/** What a list shows, read from the address and written back to it. */
export function useListAddress(filters: readonly ListFilter[], views: readonly ListView[]) {
  const search = useSearch()
  const change = useChangeSearch()
  const earlier = useRef<{ after: string; before: string }[]>([])
  const view = views.find(({ id }) => id === search['view']) ?? views[0]
  const inForce = filtersInForce(search, filters, view)
  const place = placeOf(search)
  const toFirst = { after: '', before: '', open: '' }
  const cleared = Object.fromEntries(filters.map(({ name }) => [name, '']))
  return {
    view,
    filters: inForce,
    place,
    openId: search['open'],
    /** What of the address makes the view: its name and the filters set by hand. */
    own: Object.fromEntries(['view', ...filters.map(({ name }) => name)].flatMap((name) => (search[name] ? [[name, search[name]]] : []))),
    show: (own: Search) => change({ ...cleared, ...toFirst, view: '', ...own }),
    hasOwnFilters: filters.some(({ name }) => search[name] !== undefined),
    setView: (id: string) => change({ ...cleared, ...toFirst, view: id === views[0]?.id ? '' : id }),
    setFilter: (name: string, value: string) => change({ ...toFirst, [name]: value }, { replace: true }),
    clear: () => change({ ...cleared, ...toFirst }),
    open: (id: string) => change({ open: id }, { replace: Boolean(search['open']) }),
    next(after: string, rows: number) {
      earlier.current.push({ after: search['after'] ?? '', before: search['before'] ?? '' })
      change({ after, before: String(place.before + rows), open: '' })
    },
    previous: () => change({ open: '', ...(earlier.current.pop() ?? { after: '', before: '' }) }),
  }
}
export type ListAddress = ReturnType<typeof useListAddress>

export interface HeldAnswer<Row> {
  readonly data: Page<Row> | undefined
  readonly isPlaceholderData: boolean
}

/** Rows that stay where they are while they are `held`; the rest waits for `show`. */
export function useHeldRows<Row>(answer: HeldAnswer<Row>, question: string, idOf: (row: Row) => string, held: boolean) {
  const taken = useRef<{ question: string; page: Page<Row> } | null>(null)
  const [, showAgain] = useState(0)
  const { data, isPlaceholderData } = answer
  if (!data) return { page: undefined, waiting: 0, show: () => undefined }
  // why: a placeholder answers the previous question; it must not become what the new one is held against.
  if (!held || !taken.current || isPlaceholderData || taken.current.question !== question) {
    taken.current = { question: isPlaceholderData ? '' : question, page: data }
  }
  const { rows, waiting } = settleRows(taken.current.page.rows, data.rows, idOf)
  return {
    page: { ...taken.current.page, rows: [...rows] },
    waiting,
    show() {
      taken.current = null
      showAgain((count) => count + 1)
    },
  }
}
