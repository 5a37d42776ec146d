import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { countByStateEndpoint } from '../../contract.ts'
import type { NotificationTables } from '../tables.ts'
import { countByState as countRows } from './operator-repository.ts'

const lookBackMs = 7 * 86_400_000

export const countByState = defineQuery<NotificationTables>()({
  name: 'notifications.countByState',
  input: countByStateEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async read({ actor, db, now }) {
    const since = new Date(now.getTime() - lookBackMs)
    return { since: since.toISOString(), counts: await countRows(db, actor, since) }
  },
})
