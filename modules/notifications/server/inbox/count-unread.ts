import { defineQuery } from '#platform/server/query.ts'
import { countUnreadEndpoint } from '../../contract.ts'
import type { NotificationTables } from '../tables.ts'
import { countInbox } from './inbox-repository.ts'

const limit = 100
// why: an officer who joins a unit must not start with years of its messages as unread.
const lookBackMs = 30 * 86_400_000

export const countUnread = defineQuery<NotificationTables>()({
  name: 'notifications.countUnread',
  input: countUnreadEndpoint.input,
  allowedTo: (actor) => actor.kind === 'officer',

  async read({ actor, db, now }) {
    return { count: await countInbox(db, actor, { onlyUnread: true, since: new Date(now.getTime() - lookBackMs), limit }) }
  },
})
