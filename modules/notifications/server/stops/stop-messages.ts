import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { stopMessagesEndpoint } from '../../contract.ts'
import { stopRoles } from '../../domain/stop-roles.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { refusals } from '../refusals.ts'
import type { NotificationTables } from '../tables.ts'
import { stopPhone } from './stop-phone.ts'

/** Somebody called and said that these messages are not for them, or that they want none. */
export const stopMessages = defineAction<NotificationTables>()({
  name: 'notifications.stopMessages',
  input: stopMessagesEndpoint.input,
  allowedTo: (actor) => holds(actor, ...stopRoles),

  async run(doing, { phone, kind, reason }) {
    const number = readPhoneNumber(phone)
    if (!number) throw refusals.phoneNotValid().at('phone')
    return { kind: await stopPhone(doing, { phoneHash: doing.vault.hash('phone', number), kind, toldBy: 'staff', reason }) }
  },
})
