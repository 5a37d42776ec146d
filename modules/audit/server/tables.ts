import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { SignatureAlgorithm } from '#platform/server/signer.ts'
import type { SheetKind } from '../domain/head-sheet.ts'

type ActorKind = 'officer' | 'party' | 'job'

export interface EntryRow {
  bureau_code: BureauCode
  chain: number
  seq: number
  at: Date
  actor_kind: ActorKind
  actor_id: string
  actor_name: string | null
  actor_unit: UnitCode | null
  actor_roles: readonly string[]
  action: string
  subject: string | null
  is_secret: boolean
  unit_code: UnitCode
  outcome: string
  hash: Buffer
}

export interface ChainRow {
  bureau_code: BureauCode
  chain: number
  last_seq: number
  last_hash: Buffer
}

export interface ExportRow {
  bureau_code: BureauCode
  id: string
  list: 'incidents' | 'cases'
  row_count: number
  is_unmasked: boolean
  asked_sealed: Buffer
  by_id: string
  by_unit: UnitCode
  at: Date
}

export interface HeadSheetRow {
  bureau_code: BureauCode
  number: number
  kind: SheetKind
  taken_at: Date
  text: string
  algorithm: SignatureAlgorithm
  public_key: Buffer
  signature: Buffer
}

interface HeadSendingRow {
  bureau_code: BureauCode
  number: number
  place: string
  attempts: number
  /** When it is tried again, unless it has left. */
  try_at: Date
  sent_at: Date | null
  last_error: string | null
}

export interface AuditTables {
  'audit.head_sheet': HeadSheetRow
  'audit.head_sending': HeadSendingRow
  'audit.export': ExportRow
  'audit.entry': EntryRow
  'audit.chain': ChainRow
}
