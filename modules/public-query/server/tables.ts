import type { ColumnType, Generated } from 'kysely'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { CaseKind, PartyRole, Sensitivity } from '../domain/milestone.ts'
import type { Answerer } from '../domain/answerer.ts'
import type { CountedKind } from '../domain/query-limits.ts'

export interface ReceiptRow {
  bureau_code: BureauCode
  id: string
  case_id: string
  party_id: string
  number: string
  kind: CaseKind
  role: PartyRole
  phone_hash: Buffer | null
  code_hash: Buffer
  sensitivity: Sensitivity
  is_hidden: boolean
  unit_code: UnitCode
  unit_name_zh: string
  unit_name_en: string
  unit_contact: string | null
  bureau_name_zh: string
  bureau_name_en: string
  issued_at: Date
  closed_at: Date | null
}

export interface MilestoneRow {
  bureau_code: BureauCode
  receipt_id: string
  position: number
  milestone: string
  occurred_at: Date
  due_rule: string | null
  due_started_at: Date | null
  due_first_at: Date | null
  due_at: Date | null
  due_state: 'running' | 'met' | 'stopped' | 'cancelled' | null
  due_met_at: Date | null
  due_is_provisional: boolean | null
  due_extensions: number | null
  due_stopped_since: Date | null
  due_stopped_for: Bilingual | null
}

/** What a citizen may set off. */
export type RequestKind = 'send-code' | 'viewed' | 'report' | 'disagree' | 'not-me'

interface RequestTable {
  bureau_code: BureauCode
  id: string
  kind: RequestKind
  number: string | null
  phone_sealed: Buffer | null
  receipt_id: string | null
  /** Kept while the request is open, so that those of one address can be told from the others. */
  address_hash: Buffer | null
  language: Language
  asked_at: Date
  /** The worker's turn, the citizen's turn, over. */
  state: Generated<'open' | 'waiting' | 'done'>
  attempts: Generated<number>
  run_after: Date
  picked_at: Date | null
  report_sealed: Generated<Buffer | null>
  ticket_hash: Generated<Buffer | null>
  confirmed_at: Generated<Date | null>
}

interface CodeTable {
  bureau_code: BureauCode
  receipt_id: string
  /** Null for the code of a report. */
  party_id: string | null
  id: string
  code_hash: Buffer
  made_at: Date
  expires_at: Date
  tries: Generated<number>
  used_at: Date | null
}

interface ThrottleTable {
  bureau_code: BureauCode
  day: string
  kind: CountedKind | 'request' | 'report-address' | 'report-code' | 'report-phone'
  key_hash: Buffer
  tries: number
  failures: Generated<number>
  failed_at: Date | null
}

interface ViewTable {
  bureau_code: BureauCode
  token_hash: Buffer
  receipt_id: string
  way: 'sms' | 'receipt'
  opened_at: Date
  expires_at: Date
  ended_at: Date | null
}

interface SettingTable {
  bureau_code: BureauCode
  shown_days: number
  set_at: Date
  set_by: string
  set_by_name: string
}

export interface DisagreementRow {
  bureau_code: BureauCode
  id: string
  party_id: string
  position: number
  milestone: string
  text_sealed: Buffer | null
  said_at: Date
  answer_sealed: Buffer | null
  answered_at: Date | null
  answered_by: string | null
  answered_by_name: string | null
  answered_as: Answerer | null
  /** Keyed hash of what was sent as the answer, so that the same click twice is told from another one. */
  answer_hash: Buffer | null
}

type MilestoneTable = Omit<MilestoneRow, 'due_stopped_for'> & {
  due_stopped_for: ColumnType<Bilingual | null, string | null, string | null>
}

export interface PublicQueryTables {
  'public_query.receipt': ReceiptRow
  'public_query.milestone': MilestoneTable
  'public_query.request': RequestTable
  'public_query.code': CodeTable
  'public_query.throttle': ThrottleTable
  'public_query.view': ViewTable
  'public_query.setting': SettingTable
  'public_query.disagreement': DisagreementRow
}
