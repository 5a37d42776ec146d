import type { IncidentForm, ServiceWay } from '../domain/incident-paper.ts'
import type { DispatchEnding } from '../domain/dispatch.ts'
import type { TellingWay } from '../domain/telling.ts'
import type { HandOverWay, ReporterTold } from '../domain/hand-over.ts'
import type { Disposition, Grade, IncidentState, Source, Step } from '../domain/incident-state.ts'

export interface IncidentRow {
  bureau_code: string
  id: string
  number: string
  state: IncidentState
  source: Source
  category: string
  grade: Grade
  summary: string
  reporter_name_sealed: Buffer | null
  reporter_phone_sealed: Buffer | null
  reporter_phone_hash: Buffer | null
  /** Asked for before there was a case; from then on the case's own party says. */
  is_reporter_secret: boolean
  place_sealed: Buffer
  unit_code: string
  desk_code: string
  holder_id: string | null
  holder_name: string | null
  secrecy: 'ordinary' | 'secret'
  sensitivity: 'none' | 'domestic' | 'sexual' | 'minor' | 'operational'
  received_at: Date
  dispatched_at: Date | null
  signed_at: Date | null
  arrived_at: Date | null
  disposed_at: Date | null
  disposition: Disposition | null
  disposition_note: string | null
  proposed_cause: string | null
  proposed_cause_text: string | null
  proposed_cause_law: string | null
  proposed_cause_article: string | null
  case_id: string | null
  case_number: string | null
  created_by: string
  input_hash: Buffer
  recorded_at: Date
  merged_into: string | null
  merged_into_number: string | null
  /** What another system called it, for what was imported. */
  source_system: string | null
  source_number: string | null
  hand_ons: number
  /** When the head of the unit decided that no case is filed. */
  refused_at: Date | null
  /** How many units assist now. */
  assists: number
  /** A transfer is to be handed over by then; null where none is owed. */
  hand_over_due_at: Date | null
  handed_over_at: Date | null
  handed_over_to: string | null
  handed_over_way: HandOverWay | null
  reporter_told: ReporterTold | null
  /** When the disposition was last corrected, as it was recorded. */
  corrected_at: Date | null
}

/** One unit that was sent; of those not ended one leads and the others assist. */
export interface DispatchRow {
  bureau_code: string
  incident_id: string
  seq: number
  unit_code: string
  is_lead: boolean
  dispatched_at: Date
  signed_at: Date | null
  signed_by: string | null
  signed_by_name: string | null
  arrived_at: Date | null
  arrived_by: string | null
  arrived_by_name: string | null
  ended_at: Date | null
  ending: DispatchEnding | null
  end_reason: string | null
}

/** What a correction replaced. */
export interface ReplacedDisposition {
  readonly disposition: Disposition
  readonly note: string | null
  readonly causeCode: string | null
  readonly causeText: string | null
  readonly causeLaw: string | null
  readonly causeArticle: string | null
}

export interface StepLogRow {
  bureau_code: string
  incident_id: string
  seq: number
  step: Step
  occurred_at: Date
  recorded_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  by_unit: string
  target_unit: string | null
  disposition: Disposition | null
  note: string | null
  /** Why it was taken back, handed on or corrected. */
  reason: string | null
  replaced: ReplacedDisposition | null
  input_hash: Buffer
}

/** A call after the first; the line of history that it is has the same number. */
export interface CallRow {
  bureau_code: string
  id: string
  incident_id: string
  seq: number
  channel: Source
  said: string
  caller_name_sealed: Buffer | null
  caller_phone_sealed: Buffer | null
  caller_phone_hash: Buffer | null
  called_at: Date
  by_id: string
  input_hash: Buffer
  recorded_at: Date
}

/** The other incident that a line of history about merging names, and on the merged side how it stood before. */
export interface MergeLineRow {
  bureau_code: string
  incident_id: string
  seq: number
  other_id: string
  other_number: string
  state_before: IncidentState | null
  secrecy_before: IncidentRow['secrecy'] | null
  sensitivity_before: IncidentRow['sensitivity'] | null
}

export interface PlaceRow {
  bureau_code: string
  id: string
  name: string
  location: string
  letters: string
  unit_code: string
  longitude: number | null
  latitude: number | null
  added_by: string
  added_by_name: string
  added_at: Date
  removed_at: Date | null
}

export interface IntakeSettingRow {
  bureau_code: string
  duplicate_hours: number
  set_by: string
  set_by_name: string
  set_at: Date
}

export interface TransferSourceRow {
  bureau_code: string
  incident_id: string
  organ: string
  their_number: string | null
}

export interface TellingRow {
  bureau_code: string
  id: string
  incident_id: string
  way: TellingWay
  organ: string | null
  is_disputed: boolean
  told_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  input_hash: Buffer
  recorded_at: Date
}

export interface IncidentPaperRow {
  bureau_code: string
  id: string
  incident_id: string
  form: IncidentForm
  paper_number: string
  paper_sealed: Buffer
  issued_by: string
  input_hash: Buffer
  issued_at: Date
  recorded_at: Date
}

export interface PaperServiceRow {
  bureau_code: string
  paper_id: string
  way: ServiceWay
  served_at: Date
  is_late_entry: boolean
  late_reason: string | null
  by_id: string
  by_name: string
  recorded_at: Date
}

export interface ImportRow {
  bureau_code: string
  id: string
  state: 'checked' | 'running' | 'stopped' | 'done' | 'withdrawn'
  encoding: 'utf-8' | 'gb18030'
  file_bytes: number
  row_count: number
  written_count: number
  known_count: number
  attempts: number
  run_after: Date
  by_id: string
  by_name: string
  by_unit: string
  uploaded_at: Date
  started_at: Date | null
  ended_at: Date | null
}

export interface ImportBatchRow {
  bureau_code: string
  import_id: string
  seq: number
  rows_sealed: Buffer
}

export interface IncidentTables {
  'incidents.import': ImportRow
  'incidents.import_batch': ImportBatchRow
  'incidents.paper': IncidentPaperRow
  'incidents.paper_service': PaperServiceRow
  'incidents.incident': IncidentRow
  'incidents.step_log': StepLogRow
  'incidents.call': CallRow
  'incidents.merge_line': MergeLineRow
  'incidents.dispatch': DispatchRow
  'incidents.place': PlaceRow
  'incidents.intake_setting': IntakeSettingRow
  'incidents.transfer_source': TransferSourceRow
  'incidents.telling': TellingRow
}
