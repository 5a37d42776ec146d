import { holds } from '#kernel/actor.ts'
import { counted, countLimit } from '#platform/shared/page.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listOutgoingEndpoint } from '../../contract.ts'
import { waitingStates } from '../../domain/message-state.ts'
import { readPlace, writePlace } from '../page-place.ts'
import type { NotificationTables } from '../tables.ts'
import type { Message } from './message-repository.ts'
import { countOutgoing, listOutgoing as listPage } from './operator-repository.ts'

const pageSize = 50

const isWaiting = ({ state }: Message) => waitingStates.some((one) => one === state)

/** How messages to phones go, never to whom or what they say. */
export const listOutgoing = defineQuery<NotificationTables>()({
  name: 'notifications.listOutgoing',
  input: listOutgoingEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async read({ actor, db, now }, { after, ...filters }) {
    const found = await listPage(db, actor, { now, filters, from: readPlace(after), limit: pageSize + 1 })
    const count = await countOutgoing(db, actor, { now, filters, limit: countLimit + 1 })
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => ({
        id: row.id,
        template: row.template,
        kind: row.kind,
        unitCode: row.unit_code,
        channel: row.channel,
        state: row.state,
        attempts: row.attempts,
        sendings: row.sendings,
        isPossiblyTwice: row.is_possibly_twice,
        reason: row.last_error,
        createdAt: row.created_at.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
        deliveredAt: row.delivered_at?.toISOString() ?? null,
        nextAttemptAt: isWaiting(row) ? row.next_attempt_at.toISOString() : null,
        expiresAt: row.expires_at.toISOString(),
      })),
      next: last ? writePlace({ createdAt: last.created_at, id: last.id }) : null,
      ...counted(count),
    }
  },
})
