import type { Vault } from '#platform/server/vault.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { render, type Template, type Values } from '../../domain/template.ts'
import { demoPhones, providerIdOf } from '../channels/demo-phones.ts'
import { messageRow, type PhoneMessage } from '../outgoing/message-row.ts'
import { leaseMs } from '../../domain/attempt-plan.ts'
import { demoPhoneRow } from './demo-phone-row.ts'

interface Delivered {
  readonly id: string
  readonly createdAt: Date
  readonly deliveredAt: Date
  readonly vault: Vault
}

/**
 * What stands in `notifications.message` and `notifications.demo_phone` once a message of the demo county was sent at its first
 * attempt. For the bulk loader, which writes thousands of them at once: the rows are those of `sendToPhone` and the sender.
 */
export function messageRows<Given extends Values, Secret extends Partial<Given> = Record<never, never>>(
  message: PhoneMessage<Given, Secret>,
  { id, createdAt, deliveredAt, vault }: Delivered,
) {
  const queued = messageRow(message, { id, now: createdAt, vault })
  const secrets = (message.secrets ?? {}) as Values
  const { full } = render(message.template as Template, queued.language, message.parameters as Values, secrets)
  const phone = readPhoneNumber(message.phone) ?? ''
  return {
    message: {
      ...queued,
      channel: demoPhones.name,
      content_sealed: null,
      state: 'delivered' as const,
      attempts: 1,
      sendings: 1,
      next_attempt_at: new Date(deliveredAt.getTime() + leaseMs),
      provider_id: providerIdOf(id),
      sent_at: deliveredAt,
      delivered_at: deliveredAt,
    },
    demoPhone: demoPhoneRow({ id, bureauCode: message.bureauCode, phone, text: full, arrivedAt: deliveredAt }, vault),
  }
}
