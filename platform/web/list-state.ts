import type { ReactNode } from 'react'
import type { Search } from './navigation.tsx'

export interface ListColumn<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** In pixels; a column without one takes what is left, 200 at least. */
  readonly width?: number
  readonly align?: 'right'
  /** When room is short the highest goes first; a column without one stays. */
  readonly drop?: number
  /** The cell is the link that opens the row. */
  readonly opens?: boolean
  /** Where it stands when the list is shown on a phone as cards; `line` if not given. */
  readonly card?: 'head' | 'line' | 'none'
}

interface FilterBase {
  /** The name in the address, and in the filters handed to `input`. */
  readonly name: string
  readonly label: string
}
interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly group?: string
}

export interface ChoiceFilter extends FilterBase {
  readonly kind: 'choice'
  /** Neighbours of one group stand under its name. */
  readonly options: readonly ChoiceOption[]
}
export interface TextFilter extends FilterBase {
  readonly kind: 'text'
}
/** One day, `YYYY-MM-DD`. */
export interface DayFilter extends FilterBase {
  readonly kind: 'day'
}
export type ListFilter = ChoiceFilter | TextFilter | DayFilter

/** A saved set of filters, shown as a tab. */
export interface ListView {
  readonly id: string
  readonly label: string
  readonly filters: Search
  readonly count?: number
}

/** Chosen against the view's own value: this filter is off. */
export const anyValue = '*'

/** The filters in force: what the address says, else what the view says. Empty ones are left out. */
export function filtersInForce(search: Search, filters: readonly ListFilter[], view: ListView | undefined): Search {
  const names = new Set([...filters.map(({ name }) => name), ...Object.keys(view?.filters ?? {})])
  const inForce = [...names].map((name) => [name, search[name] ?? view?.filters[name] ?? ''] as const)
  return Object.fromEntries(inForce.filter(([, value]) => value !== '' && value !== anyValue))
}

const restWidth = 200

/** The columns that have room, the least needed dropped first. */
export function columnsThatFit<Row>(columns: readonly ListColumn<Row>[], width: number): readonly ListColumn<Row>[] {
  const needs = (of: readonly ListColumn<Row>[]) => of.reduce((sum, column) => sum + (column.width ?? restWidth), 0)
  let kept = columns
  while (needs(kept) > width) {
    const worst = Math.max(...kept.map((column) => column.drop ?? 0))
    if (worst <= 0) return kept
    kept = kept.filter((column) => column.drop !== worst)
  }
  return kept
}

/**
 * What to show of a fresh answer while the person has hand or eye on the rows: known rows change in place,
 * and what would move them waits. `waiting` counts rows that came or went.
 */
export function settleRows<Row>(
  shown: readonly Row[],
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): { rows: readonly Row[]; waiting: number } {
  const freshById = new Map(fresh.map((row) => [idOf(row), row]))
  const shownIds = new Set(shown.map(idOf))
  const came = fresh.filter((row) => !shownIds.has(idOf(row))).length
  const went = shown.filter((row) => !freshById.has(idOf(row))).length
  const moved = came === 0 && went === 0 && shown.some((row, index) => idOf(row) !== idOf(fresh[index] as Row))
  return { rows: shown.map((row) => freshById.get(idOf(row)) ?? row), waiting: Math.max(came, went, moved ? 1 : 0) }
}

/** Where in the list this page lies, kept in the address; earlier places are kept so that `previous` works. */
export interface ListPlace {
  readonly after: string | undefined
  /** Rows before this page. */
  readonly before: number
}

export const placeOf = (search: Search): ListPlace => ({
  after: search['after'],
  before: search['after'] ? Math.max(0, Number(search['before'] ?? 0) || 0) : 0,
})
