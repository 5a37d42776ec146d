import type { Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { personalParameter, render, type Template, type Values } from '../../domain/template.ts'
import type { InboxRow } from '../tables.ts'

/** One message in the application: to one officer; else to those who hold the role in the unit; else to everyone of the unit. */
export interface StaffMessage<Given extends Values = Values> {
  /** The same reference twice is the same message. */
  readonly reference: string
  readonly template: Template<Given>
  readonly parameters: Given
  readonly bureauCode: BureauCode
  readonly unitCode: UnitCode
  readonly role?: Role | undefined
  readonly officerId?: string | undefined
  readonly subject: string
  /** The page that the message opens. */
  readonly path: `/staff/${string}`
}

/** The row that a message becomes, the same for one message and for a whole demo county. */
export function inboxRow<Given extends Values>(message: StaffMessage<Given>, { id, now }: { id: string; now: Date }): InboxRow {
  const { template, parameters, bureauCode, unitCode } = message
  const personal = personalParameter(parameters)
  if (personal) throw new TypeError(`the parameter ${personal} of ${template.id} looks like a phone or identity number`)
  const textIn = (language: 'zh' | 'en') => render(template as Template, language, parameters, {}).kept
  return {
    bureau_code: bureauCode,
    id,
    reference: message.reference,
    template: template.id,
    template_version: template.version,
    parameters: JSON.stringify(parameters),
    text_zh: textIn('zh'),
    text_en: textIn('en'),
    unit_code: unitCode,
    role: message.role ?? null,
    officer_id: message.officerId ?? null,
    subject: message.subject,
    path: message.path,
    created_at: now,
  }
}
