import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'

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

export interface AuditTables {
  'audit.entry': EntryRow
  'audit.chain': ChainRow
}
