import { counted, countLimit } from '#platform/shared/page.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listMessagesEndpoint } from '../../contract.ts'
import { readPlace, writePlace } from '../page-place.ts'
import type { NotificationTables } from '../tables.ts'
import { countInbox, listInbox } from './inbox-repository.ts'

const pageSize = 50

export const listMessages = defineQuery<NotificationTables>()({
  name: 'notifications.listMessages',
  input: listMessagesEndpoint.input,
  allowedTo: (actor) => actor.kind === 'officer',

  async read({ actor, db }, { only, after }) {
    const onlyUnread = only === 'unread'
    const found = await listInbox(db, actor, { onlyUnread, from: readPlace(after), limit: pageSize + 1 })
    const count = await countInbox(db, actor, { onlyUnread, since: null, limit: countLimit + 1 })
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => ({
        id: row.id,
        text: { zh: row.text_zh, en: row.text_en },
        path: row.path,
        unitCode: row.unit_code,
        role: row.role,
        createdAt: row.created_at.toISOString(),
        isRead: row.read_at !== null,
      })),
      next: last ? writePlace({ createdAt: last.created_at, id: last.id }) : null,
      ...counted(count),
    }
  },
})
