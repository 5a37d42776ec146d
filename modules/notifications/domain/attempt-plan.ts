/** After so many attempts a message has failed and waits for an operator. */
export const attemptLimit = 10

/** How long one attempt may take; a message whose attempt was never recorded is taken up again after this. */
export const leaseMs = 30_000

const growth = 4
const firstWaitMs = 1_000
const longestWaitMs = 3_600_000

/** The pause after this many failed attempts: 1 s, 4 s, 16 s … and never more than an hour. */
export const waitMs = (attempts: number): number => Math.min(firstWaitMs * growth ** (attempts - 1), longestWaitMs)

const firstAskMs = 60_000
const askLimit = 7

/** When to ask a gateway again that has not reported: after 1, 4, 16 … minutes. Null when asking has no more use, after some 3 days. */
export const askAgainMs = (asked: number): number | null => (asked >= askLimit ? null : firstAskMs * growth ** asked)
