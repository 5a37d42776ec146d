import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { personalParameter, render, type Template, type Values } from '../../domain/template.ts'
import { refusals } from '../refusals.ts'
import type { MessageRow } from '../tables.ts'

/** One message to one phone. Secrets fill the template like parameters, but are sealed and forgotten once it is delivered. */
export interface PhoneMessage<Given extends Values = Values, Secret extends Partial<Given> = Record<never, never>> {
  /** The same reference twice is the same message. */
  readonly reference: string
  readonly template: Template<Given>
  readonly parameters: Omit<Given, keyof Secret>
  readonly secrets?: Secret | undefined
  readonly phone: string
  /** Chinese unless the person chose otherwise. */
  readonly language?: Language | undefined
  readonly subject: string
  /** After this it no longer leaves; seven days unless it says otherwise. */
  readonly expiresAt?: Date | undefined
  /** What it is news of: a newer message of the same topic makes one that still waits pointless. */
  readonly topic?: string | undefined
  readonly bureauCode: BureauCode
  readonly unitCode: UnitCode
}

interface Made {
  readonly id: string
  readonly now: Date
  readonly vault: Vault
}

const keepTryingMs = 7 * 86_400_000

export const contentCell = (row: { bureau_code: string; id: string }) => ({
  bureauCode: row.bureau_code,
  table: 'notifications.message',
  column: 'content_sealed',
  id: row.id,
})
export const recipientCell = (row: { bureau_code: string; id: string }) => ({ ...contentCell(row), column: 'recipient_sealed' })

/** The row that a message becomes, the same for one message and for a whole demo county. */
export function messageRow<Given extends Values, Secret extends Partial<Given>>(
  message: PhoneMessage<Given, Secret>,
  { id, now, vault }: Made,
) {
  const phone = readPhoneNumber(message.phone)
  if (!phone) throw refusals.phoneNotValid().at('phone')
  const { template, language = 'zh', bureauCode } = message
  const parameters = message.parameters as Values
  const secrets = (message.secrets ?? {}) as Values
  const personal = personalParameter(parameters)
  // why: parameters are kept in the clear and shown to operators, so this is a fault of the program and not of a person.
  if (personal) throw new TypeError(`the parameter ${personal} of ${template.id} looks like a phone or identity number`)
  const { full, kept } = render(template as Template, language, parameters, secrets)
  const cell = { bureau_code: bureauCode, id }
  return {
    bureau_code: bureauCode,
    id,
    reference: message.reference,
    template: template.id,
    template_version: template.version,
    parameters: JSON.stringify(parameters),
    language,
    channel: null,
    recipient_sealed: vault.seal(phone, recipientCell(cell)),
    recipient_hash: vault.hash('phone', phone),
    text: kept,
    content_sealed: Object.keys(secrets).length > 0 ? vault.seal(JSON.stringify({ text: full, secrets }), contentCell(cell)) : null,
    subject: message.subject,
    unit_code: message.unitCode,
    state: 'queued',
    attempts: 0,
    next_attempt_at: now,
    expires_at: message.expiresAt ?? new Date(now.getTime() + keepTryingMs),
    provider_id: null,
    last_error: null,
    created_at: now,
    sent_at: null,
    delivered_at: null,
    kind: template.kind ?? 'notice',
    topic: message.topic ?? null,
    sendings: 0,
    unanswered_at: null,
    is_possibly_twice: false,
    asked: 0,
    ask_at: null,
  } satisfies MessageRow
}
