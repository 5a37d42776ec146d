import type { BureauCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import type { NotificationTables } from '../tables.ts'
import { dropQueued } from './message-repository.ts'

/** Takes back a message that no longer holds, if it has not left. True if it had not. */
export const withdrawMessage = ({ open }: Pick<Doing, 'open'>, bureauCode: BureauCode, reference: string): Promise<boolean> =>
  dropQueued(open.as<NotificationTables>(), bureauCode, reference)
