import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { resumeMessagesEndpoint } from '../../contract.ts'
import { stopRoles } from '../../domain/stop-roles.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { refusals } from '../refusals.ts'
import type { NotificationTables } from '../tables.ts'
import { findStop, liftStop } from './stop-repository.ts'

/** The number has another owner, or its owner thinks otherwise. What was dropped meanwhile stays dropped. */
export const resumeMessages = defineAction<NotificationTables>()({
  name: 'notifications.resumeMessages',
  input: resumeMessagesEndpoint.input,
  allowedTo: (actor) => holds(actor, ...stopRoles),

  async run({ actor, tx, now, vault, about }, { phone, reason }) {
    const number = readPhoneNumber(phone)
    if (!number) throw refusals.phoneNotValid().at('phone')
    const { bureauCode } = actor
    const found = await findStop(tx, bureauCode, vault.hash('phone', number))
    if (!found) throw refusals.phoneNotStopped().at('phone')
    about({ subject: `stop:${found.id}`, bureauCode, unitCode: actor.kind === 'officer' ? actor.unitCode : bureauCode })
    await liftStop(tx, { bureauCode, id: found.id, by: actor.id, reason, now })
    return { isLifted: true as const }
  },
})
