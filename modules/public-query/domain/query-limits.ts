/** How long a code lives and how often it may be tried. */
export const codeMinutes = 5
export const codeTries = 5
export const codesADay = 5
/** Tries of one party (number and phone together) in one day of Beijing. */
export const partyTriesADay = 25
/** A view of the page ends by itself. */
export const viewMinutes = 15
/** Requests for a code from one address in one day; late, since a carrier puts thousands behind one address. */
export const addressRequestsADay = 300
export const longestDelaySeconds = 60

/** What is counted, and from which failure on the next try has to wait. */
export const countedKinds = ['address', 'number', 'party', 'phone'] as const
export type CountedKind = (typeof countedKinds)[number]
const delaysFrom: Readonly<Record<CountedKind, number | null>> = { number: 4, phone: 4, party: null, address: 50 }

/** Seconds to wait after so many failures: 1, 2, 4 … and never more than a minute. */
export function delaySeconds(kind: CountedKind, failures: number): number {
  const from = delaysFrom[kind]
  if (from === null || failures < from) return 0
  return Math.min(longestDelaySeconds, 2 ** Math.min(failures - from, 6))
}

export interface Counted {
  readonly kind: CountedKind
  /** Tries of the day, this one included. */
  readonly tries: number
  readonly failures: number
  readonly failedAt: Date | null
}

const mustWait =
  (now: Date) =>
  ({ kind, failures, failedAt }: Counted) =>
    failedAt !== null && failedAt.getTime() + delaySeconds(kind, failures) * 1_000 > now.getTime()

/**
 * May a right code of this kind be accepted now? Decided after everything was looked up, so that a refusal costs what a look-up costs.
 * A receipt's code from an address without failures is never held up: nobody guesses sixteen digits, and else a stranger could
 * keep a victim out by failing on purpose.
 */
export function mayAccept(way: 'sms' | 'receipt', counted: readonly Counted[], now: Date): boolean {
  const party = counted.find(({ kind }) => kind === 'party')
  if (party && party.tries > partyTriesADay) return false
  const isClean = counted.every(({ kind, failures }) => kind !== 'address' || failures === 0)
  if (way === 'receipt' && isClean) return true
  return !counted.some(mustWait(now))
}
