const firstSeconds = 5
const longestSeconds = 900

/** Seconds to wait after the 1st, 2nd, … failure in a row; the last one holds for all that follow. */
const delaysAfter = (freeFailures: number): readonly number[] => [
  ...Array.from({ length: freeFailures - 1 }, () => 0),
  ...Array.from({ length: 9 }, (_, step) => Math.min(longestSeconds, firstSeconds * 2 ** step)),
]

export const accountDelays = delaysAfter(5)
// why: a whole station may sit behind one address, and may mistype at the same change of shift.
export const addressDelays = delaysAfter(30)

/** Failures are forgotten after a day without a new one. */
export const forgetAfterHours = 24

export const waitSeconds = (until: Date, now: Date): number => Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1_000))
