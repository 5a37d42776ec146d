import { v7 as uuid } from 'uuid'
import type { Doing } from '#platform/server/context.ts'
import type { Values } from '../../domain/template.ts'
import type { NotificationTables } from '../tables.ts'
import { insertInboxMessage } from './inbox-repository.ts'
import { inboxRow, type StaffMessage } from './inbox-row.ts'

/** Puts a message into the inbox with the change that causes it. It needs no sender: it has arrived when the change stands. */
export const sendToStaff = <Given extends Values>(
  { open, now }: Pick<Doing, 'open' | 'now'>,
  message: StaffMessage<Given>,
): Promise<void> => insertInboxMessage(open.as<NotificationTables>(), inboxRow(message, { id: uuid(), now }))
