import { holds } from '#kernel/actor.ts'
import { counted, countLimit } from '#platform/shared/page.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listStuckMessagesEndpoint } from '../../contract.ts'
import { readPlace, writePlace } from '../page-place.ts'
import type { NotificationTables } from '../tables.ts'
import { countStuck, listStuck } from './operator-repository.ts'

const pageSize = 50

export const listStuckMessages = defineQuery<NotificationTables>()({
  name: 'notifications.listStuckMessages',
  input: listStuckMessagesEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async read({ actor, db, now }, { after }) {
    const found = await listStuck(db, actor, { now, from: readPlace(after), limit: pageSize + 1 })
    const count = await countStuck(db, actor, now, countLimit + 1)
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => ({
        id: row.id,
        template: row.template,
        unitCode: row.unit_code,
        channel: row.channel,
        state: row.state,
        attempts: row.attempts,
        reason: row.last_error,
        createdAt: row.created_at.toISOString(),
        nextAttemptAt: row.state === 'queued' || row.state === 'failed-for-now' ? row.next_attempt_at.toISOString() : null,
        expiresAt: row.expires_at.toISOString(),
      })),
      next: last ? writePlace({ createdAt: last.created_at, id: last.id }) : null,
      ...counted(count),
    }
  },
})
