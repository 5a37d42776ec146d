import { defineAction } from '#platform/server/action.ts'
import { markReadEndpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { NotificationTables } from '../tables.ts'
import { findInboxMessage, recordReading } from './inbox-repository.ts'

export const markRead = defineAction<NotificationTables>()({
  name: 'notifications.markRead',
  input: markReadEndpoint.input,
  allowedTo: (actor) => actor.kind === 'officer',

  async run({ actor, tx, now, about }, { id }) {
    const found = await findInboxMessage(tx, actor, id)
    if (!found) throw refusals.messageNotFound()
    about({ subject: `message:${id}`, bureauCode: found.bureau_code, unitCode: found.unit_code })
    await recordReading(tx, { bureauCode: found.bureau_code, inboxId: id, officerId: actor.id, at: now })
    return { id, isRead: true as const }
  },
})
