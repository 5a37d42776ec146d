import type { ColumnType, Generated, Insertable } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { MessageState } from '../domain/message-state.ts'
import type { StopKind } from '../domain/reply.ts'
import type { MessageKind, Values } from '../domain/template.ts'

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
  kind: MessageKind
  topic: string | null
  sendings: Generated<number>
  unanswered_at: Date | null
  is_possibly_twice: Generated<boolean>
  asked: Generated<number>
  ask_at: Date | null
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

export interface StopTable {
  bureau_code: BureauCode
  id: string
  phone_hash: Buffer
  kind: StopKind
  told_by: 'reply' | 'staff'
  reason: string | null
  made_by: string
  made_at: Date
  lifted_by: string | null
  lifted_at: Date | null
  lift_reason: string | null
}

export interface NotificationTables {
  'notifications.message': MessageTable
  'notifications.inbox': InboxTable
  'notifications.inbox_read': { bureau_code: BureauCode; inbox_id: string; officer_id: string; read_at: Date }
  'notifications.demo_phone': DemoPhoneTable
  'notifications.stop': StopTable
}
