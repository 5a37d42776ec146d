import type { ColumnType } from 'kysely'
import type { Change, ChangeKind } from '../domain/change.ts'
import type { RequestKind, RequestWay } from '../domain/leader-request.ts'
import type { MeasureKind } from '../domain/measure.ts'
import type { RefusalGround } from '../domain/refusal-ground.ts'
import type { Outcome, Act, CaseKind, Stage } from '../domain/stage.ts'
import type { IdentityCheck, PartyChange, ServiceWay } from '../domain/party.ts'
import type { PartyRole, Secrecy, Sensitivity } from '../domain/disclosure.ts'

export interface CaseRow {
  bureau_code: string
  id: string
  number: string
  kind: CaseKind
  stage: Stage
  stage_since: Date
  outcome: Outcome | null
  cause_code: string
  cause_text: string | null
  cause_law: string | null
  cause_article: string | null
  matter: string
  unit_code: string
  holder_id: string
  holder_name: string
  receiver_id: string
  receiver_name: string
  second_id: string | null
  second_name: string | null
  secrecy: Secrecy
  sensitivity: Sensitivity
  incident_id: string | null
  incident_number: string | null
  reported_at: Date
  opened_at: Date
  closed_at: Date | null
  created_by: string
  input_hash: Buffer
  recorded_at: Date
}

export interface StageLogRow {
  bureau_code: string
  case_id: string
  seq: number
  act: Act
  from_stage: Stage | null
  to_stage: Stage
  occurred_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  by_unit: string
  reason: string | null
  ground: RefusalGround | null
  input_hash: Buffer
}

export interface ChangeLogRow {
  bureau_code: string
  case_id: string
  seq: number
  kind: ChangeKind
  was: Change['was']
  became: Change['became']
  reason: string | null
  occurred_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  by_unit: string
  input_hash: Buffer
}

// why: JSON goes in as text and comes out as what it holds.
type WrittenChange = Omit<ChangeLogRow, 'was' | 'became'> & {
  was: ColumnType<Change['was'], string, never>
  became: ColumnType<Change['became'], string, never>
}

export interface PersonRow {
  bureau_code: string
  id: string
  case_id: string
  role: 'suspect'
  name_sealed: Buffer
  recorded_at: Date
}

export interface LeaderRequestRow {
  bureau_code: string
  id: string
  case_id: string
  kind: RequestKind
  way: RequestWay
  asked_sealed: Buffer
  occurred_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  input_hash: Buffer
}

export interface MeasureRow {
  bureau_code: string
  id: string
  case_id: string
  person_id: string
  kind: MeasureKind
  decided_by: string
  decided_at: Date
  began_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  input_hash: Buffer
  ended_at: Date | null
  end_reason: string | null
  end_recorded_at: Date | null
  end_is_late_entry: boolean | null
  end_late_reason: string | null
  end_by_id: string | null
  end_by_name: string | null
  end_input_hash: Buffer | null
}

export interface PartyRow {
  bureau_code: string
  id: string
  case_id: string
  role: PartyRole
  name_sealed: Buffer
  phone_sealed: Buffer | null
  phone_hash: Buffer | null
  /** What the query asks for; it follows the phone. */
  public_phone_hash: Buffer | null
  landline_sealed: Buffer | null
  is_identity_secret: boolean
  recorded_at: Date
}

export interface ReceiptRow {
  bureau_code: string
  id: string
  case_id: string
  party_id: string
  form: 'acceptance-receipt' | 'admin-filing-notice'
  paper_number: string
  paper_sealed: Buffer
  /** As it was when this was issued; the party has the present one. */
  public_phone_hash: Buffer | null
  public_code_hash: Buffer
  /** The receipt in whose place this one was issued; that one is void. */
  replaces_id: string | null
  reissue_number: number
  issued_at: Date
  recorded_at: Date
}

export interface PaperRow {
  bureau_code: string
  id: string
  case_id: string
  party_id: string | null
  form: 'no-filing-notice'
  paper_number: string
  paper_sealed: Buffer
  issued_at: Date
  recorded_at: Date
}

/** How a notice reached the one it is made out for. */
export interface PaperServiceRow {
  bureau_code: string
  paper_id: string
  case_id: string
  way: ServiceWay
  served_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  by_unit: string
  input_hash: Buffer
}

/** What was done about a party at the counter. */
export interface PartyChangeRow {
  bureau_code: string
  id: string
  case_id: string
  party_id: string
  kind: PartyChange
  reason: string | null
  identity_check: IdentityCheck | null
  old_phone_sealed: Buffer | null
  new_phone_sealed: Buffer | null
  /** Issued by this act. */
  receipt_id: string | null
  occurred_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  by_unit: string
  input_hash: Buffer
}

export interface CaseTables {
  'cases.case': CaseRow
  'cases.stage_log': StageLogRow
  'cases.change_log': WrittenChange
  'cases.person': PersonRow
  'cases.measure': MeasureRow
  'cases.leader_request': LeaderRequestRow
  'cases.party': PartyRow
  'cases.receipt': ReceiptRow
  'cases.paper': PaperRow
  'cases.paper_service': PaperServiceRow
  'cases.party_change': PartyChangeRow
}
