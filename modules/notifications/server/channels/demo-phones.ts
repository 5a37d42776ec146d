import { z } from 'zod'
import { arrive } from '../demo/demo-phone-repository.ts'
import { demoPhoneRow } from '../demo/demo-phone-row.ts'
import type { NotificationTables } from '../tables.ts'
import { defineChannel } from './channel.ts'

export const providerIdOf = (messageId: string): string => `demo-${messageId}`

/** The simulated phones of a demo. A message that is sent twice arrives once. */
export const demoPhones = defineChannel({
  name: 'demo-phones',
  isSimulated: true,
  recognisesKeys: () => true,
  settings: z.object({}),

  async send({ id, bureauCode, to, text }, _settings, { open, vault, now }) {
    await arrive(open.as<NotificationTables>(), demoPhoneRow({ id, bureauCode, phone: to, text, arrivedAt: now }, vault))
    return { state: 'delivered', providerId: providerIdOf(id) }
  },
})
