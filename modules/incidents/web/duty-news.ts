import type { IncidentCard } from '../contract.ts'

type Duty = Pick<IncidentCard, 'id' | 'state'>

/** Not yet signed for by anybody. */
export const unsignedIds = (rows: readonly Duty[]): ReadonlySet<string> =>
  new Set(rows.filter(({ state }) => state === 'received' || state === 'dispatched').map(({ id }) => id))

/** True if something unsigned is there that was not there before. What was there when the page was opened rings for nobody. */
export const hasNews = (before: ReadonlySet<string> | null, now: ReadonlySet<string>): boolean =>
  before !== null && [...now].some((id) => !before.has(id))

const counted = /^\(\d+\) /

/** `(2) 我的一天`: how many wait, where the browser shows its pages; none for none. */
export const countedTitle = (title: string, count: number): string => `${count > 0 ? `(${count}) ` : ''}${title.replace(counted, '')}`
