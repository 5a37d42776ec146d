import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { tryAgainEndpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { NotificationTables } from '../tables.ts'
import { findAdministered, queueAgain } from './operator-repository.ts'

export const tryAgain = defineAction<NotificationTables>()({
  name: 'notifications.tryAgain',
  input: tryAgainEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async run({ actor, tx, now, about }, { id }) {
    const found = await findAdministered(tx, actor, id)
    if (!found) throw refusals.messageNotFound()
    about({ subject: found.subject, bureauCode: found.bureau_code, unitCode: found.unit_code })
    if (found.state !== 'failed' && found.state !== 'failed-for-now' && found.state !== 'queued')
      throw refusals.messageNotStuck(found.state)
    // why: its secrets are gone or about to go; a new message has to be asked for where this one came from.
    if (found.expires_at <= now) throw refusals.messageNotStuck('expired')
    await queueAgain(tx, found, now)
    return { id, state: 'queued' as const }
  },
})
