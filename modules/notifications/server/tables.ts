import type { ColumnType, Generated, Insertable } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { MessageState } from '../domain/message-state.ts'
import type { Values } from '../domain/template.ts'

type Parameters = ColumnType<Values, string, never>

export interface MessageTable {
  bureau_code: BureauCode
  id: string
  reference: string
  template: string
  template_version: number
  parameters: Parameters
  language: Language
  channel: string | null
  recipient_sealed: Buffer
  recipient_hash: Buffer
  text: string
  content_sealed: Buffer | null
  subject: string
  unit_code: UnitCode
  state: MessageState
  attempts: Generated<number>
  next_attempt_at: Date
  expires_at: Date
  provider_id: string | null
  last_error: string | null
  created_at: Date
  sent_at: Date | null
  delivered_at: Date | null
}

export type MessageRow = Insertable<MessageTable>

export interface InboxTable {
  bureau_code: BureauCode
  id: string
  reference: string
  template: string
  template_version: number
  parameters: Parameters
  text_zh: string
  text_en: string
  unit_code: UnitCode
  role: Role | null
  officer_id: string | null
  subject: string
  path: string
  created_at: Date
}

export type InboxRow = Insertable<InboxTable>

export interface DemoPhoneTable {
  bureau_code: BureauCode
  id: string
  phone_hash: Buffer
  phone_sealed: Buffer
  text_sealed: Buffer
  arrived_at: Date
}

export interface NotificationTables {
  'notifications.message': MessageTable
  'notifications.inbox': InboxTable
  'notifications.inbox_read': { bureau_code: BureauCode; inbox_id: string; officer_id: string; read_at: Date }
  'notifications.demo_phone': DemoPhoneTable
}
