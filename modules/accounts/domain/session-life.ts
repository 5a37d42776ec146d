const minuteMs = 60_000

/** A session nobody uses ends after half an hour; any session ends after a long shift. */
const idleMinutes = 30
export const absoluteHours = 12
/** `lastSeenAt` is written once a minute at most, since every request would otherwise be a write. */
const seenEveryMinutes = 1

export const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + absoluteHours * 60 * minuteMs)
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleMinutes * minuteMs)

interface Life {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

export const isAlive = ({ lastSeenAt, expiresAt, revokedAt }: Life, now: Date): boolean =>
  revokedAt === null && now < expiresAt && lastSeenAt > idleSince(now)

export const needsSeen = ({ lastSeenAt }: Pick<Life, 'lastSeenAt'>, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= seenEveryMinutes * minuteMs
