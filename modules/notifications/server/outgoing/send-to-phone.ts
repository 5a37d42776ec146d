import { v7 as uuid } from 'uuid'
import type { Doing } from '#platform/server/context.ts'
import type { Values } from '../../domain/template.ts'
import type { NotificationTables } from '../tables.ts'
import { insertMessage } from './message-repository.ts'
import { messageRow, type PhoneMessage } from './message-row.ts'

/** Queues a message with the change that causes it: both stand, or neither. Sending the same reference again changes nothing. */
export async function sendToPhone<Given extends Values, Secret extends Partial<Given> = Record<never, never>>(
  { open, now, vault }: Pick<Doing, 'open' | 'now' | 'vault'>,
  message: PhoneMessage<Given, Secret>,
): Promise<{ messageId: string }> {
  const row = messageRow(message, { id: uuid(), now, vault })
  return { messageId: await insertMessage(open.as<NotificationTables>(), row) }
}
