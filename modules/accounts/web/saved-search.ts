import type { Search } from '#platform/web/navigation.tsx'

/** Filters as one text, always in the same order, so that two ways to the same rows are the same view. */
export const searchText = (search: Search): string =>
  new URLSearchParams(Object.entries(search).toSorted(([one], [other]) => (one < other ? -1 : 1))).toString()

export const searchFrom = (text: string): Search => Object.fromEntries(new URLSearchParams(text))

export const isSameSearch = (one: Search, other: Search): boolean => searchText(one) === searchText(other)
