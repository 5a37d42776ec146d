import { holds } from '#kernel/actor.ts'
import { scopeOf } from '#platform/server/access.ts'
import { defineAction } from '#platform/server/action.ts'
import { findStuckDelivery, tryDeliveryAgain } from '#platform/server/delivery-repository.ts'
import { retryDeliveryEndpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { NotificationTables } from '../tables.ts'

export const retryDelivery = defineAction<NotificationTables>()({
  name: 'notifications.retryDelivery',
  input: retryDeliveryEndpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async run({ actor, open, now, about }, { eventId, subscriber }) {
    const found = await findStuckDelivery(open, scopeOf(actor, ['administrator']).bureaus, { eventId, subscriber })
    if (!found) throw refusals.deliveryNotStuck()
    const { bureauCode } = found
    // why: about the delivery, not the case that it may tell of: who mends the machine learns of no case, and nobody of a secret one.
    about({ subject: `delivery:${eventId}`, bureauCode, unitCode: bureauCode })
    await tryDeliveryAgain(open, { bureauCode, eventId, subscriber, now })
    return { eventId, subscriber, state: 'queued' as const }
  },
})
