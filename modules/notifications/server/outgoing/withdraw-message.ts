import type { BureauCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import type { NotificationTables } from '../tables.ts'
import { dropQueued, dropQueuedAbout } from './withdrawal-repository.ts'

/** Takes back a message that no longer holds, if it has not left. True if it had not. */
export const withdrawMessage = ({ open }: Pick<Doing, 'open'>, bureauCode: BureauCode, reference: string): Promise<boolean> =>
  dropQueued(open.as<NotificationTables>(), bureauCode, reference)

/**
 * Takes back all that still waits about a subject, since what may be told of it changed: it stays on the record as withdrawn.
 * Gives how many there were.
 */
export const withdrawMessagesAbout = ({ open }: Pick<Doing, 'open'>, bureauCode: BureauCode, subject: string): Promise<number> =>
  dropQueuedAbout(open.as<NotificationTables>(), bureauCode, subject)
