/** After so many attempts a message has failed and waits for an operator. */
export const attemptLimit = 10

/** How long one attempt may take; a message whose attempt was never recorded is tried again after this. */
export const leaseMs = 30_000

const firstWaitMs = 1_000
const growth = 4
const longestWaitMs = 3_600_000

/** The pause after this many failed attempts: 1 s, 4 s, 16 s … and never more than an hour. */
export const waitMs = (attempts: number): number => Math.min(firstWaitMs * growth ** (attempts - 1), longestWaitMs)
