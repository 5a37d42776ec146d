import { v7 as uuid } from 'uuid'
import type { Doing } from '#platform/server/context.ts'
import type { Values } from '../../domain/template.ts'
import type { NotificationTables } from '../tables.ts'
import { insertMessage } from './message-repository.ts'
import { messageRow, type PhoneMessage } from './message-row.ts'
import { dropOvertaken } from './withdrawal-repository.ts'

/**
 * Queues a message with the change that causes it: both stand, or neither. Sending the same reference again changes nothing.
 * What still waits of the same topic is overtaken and does not leave.
 */
export async function sendToPhone<Given extends Values, Secret extends Partial<Given> = Record<never, never>>(
  { open, now, vault }: Pick<Doing, 'open' | 'now' | 'vault'>,
  message: PhoneMessage<Given, Secret>,
): Promise<{ messageId: string }> {
  const row = messageRow(message, { id: uuid(), now, vault })
  const db = open.as<NotificationTables>()
  const messageId = await insertMessage(db, row)
  if (row.topic !== null && messageId === row.id) await dropOvertaken(db, row, row.topic)
  return { messageId }
}
