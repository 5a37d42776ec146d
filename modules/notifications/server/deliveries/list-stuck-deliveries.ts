import { holds } from '#kernel/actor.ts'
import { scopeOf } from '#platform/server/access.ts'
import { countStuckDeliveries, listStuckDeliveries as listStuck } from '#platform/server/delivery-repository.ts'
import { defineQuery } from '#platform/server/query.ts'
import { counted, countLimit } from '#platform/shared/page.ts'
import { listStuckDeliveriesEndpoint } from '../../contract.ts'
import type { NotificationTables } from '../tables.ts'
import { readDeliveryPlace, writeDeliveryPlace } from './delivery-place.ts'

const pageSize = 50

export const listStuckDeliveries = defineQuery<NotificationTables>()({
  name: 'notifications.listStuckDeliveries',
  input: listStuckDeliveriesEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async read({ actor, open }, { after }) {
    // why: a delivery is its bureau's work and belongs to no unit, so only who administers the whole bureau sees it.
    const { bureaus } = scopeOf(actor, ['administrator'])
    const found = await listStuck(open, { bureaus, after: readDeliveryPlace(after), limit: pageSize + 1 })
    const count = await countStuckDeliveries(open, bureaus, countLimit + 1)
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    return {
      rows: shown.map(({ eventId, subscriber, event, subject, attempts, error, since }) => {
        const [subjectKind = '', subjectId = ''] = subject.split(':')
        return { eventId, subscriber, event, subjectKind, subjectId, attempts, error, since: since.toISOString() }
      }),
      next: last ? writeDeliveryPlace(last) : null,
      ...counted(count),
    }
  },
})
