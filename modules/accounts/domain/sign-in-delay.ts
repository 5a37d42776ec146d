const firstSeconds = 5
const longestSeconds = 900

/** Seconds to wait after the 1st, 2nd, … failure in a row; the last one holds for all that follow. */
const delaysAfter = (freeFailures: number): readonly number[] => [
  ...Array.from({ length: freeFailures - 1 }, () => 0),
  ...Array.from({ length: 9 }, (_, step) => Math.min(longestSeconds, firstSeconds * 2 ** step)),
]

/** After failures from one address at one account. */
export const pairDelays = delaysAfter(5)

const longestForAll = 60
// why: a police number stands on receipts, so anybody can fail at it; that may hold its officer up, but never shut him out.
export const accountDelays = [...pairDelays.filter((seconds) => seconds < longestForAll), longestForAll]
// why: a whole station may sit behind one address, and may mistype at the same change of shift.
export const addressDelays = delaysAfter(30)

/** Failures are forgotten after a day without a new one. */
export const forgetAfterHours = 24

export const waitSeconds = (until: Date, now: Date): number => Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1_000))
