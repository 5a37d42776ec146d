import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Officer } from '#kernel/actor.ts'
import type { Unit } from '#modules/accounts/index.ts'
import type { StaffMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { OpenCase } from '../contract.ts'
import { causeColumns } from '../domain/cause.ts'
import { monthOf } from '../domain/case-number.ts'
import { openingMove } from '../domain/stage.ts'
import { caseAccepted, caseFiled } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { awaitingDecision } from './receipt-message.ts'
import type { CaseRow, StageLogRow } from './tables.ts'

/** Where and when a case begins: the unit that takes it, the officer who holds it, and the incident it came from. */
export interface Opening {
  readonly bureauCode: BureauCode
  readonly unitCode: UnitCode
  readonly holder: Pick<Officer, 'id' | 'name'>
  readonly reportedAt: Date
  readonly reportWay: string
  readonly occurredAt: Date
  readonly isLateEntry: boolean
  readonly lateReason: string | null
  readonly incident: { readonly id: string; readonly number: string } | null
  /** What was taken in evidence before, and from whom; the receipt of that person says so. */
  readonly evidence?: readonly HandedOver[]
}

export interface HandedOver {
  readonly giverName: string
  /** As the receipt prints it. */
  readonly what: string
}

export interface OpeningRows {
  readonly row: CaseRow
  readonly log: StageLogRow
  readonly event: DomainEvent
}

export const caseSeries = ({ bureauCode, unitCode }: Pick<Opening, 'bureauCode' | 'unitCode'>, now: Date): Series => ({
  bureauCode,
  unitCode,
  kind: 'case',
  period: monthOf(now),
})

type Opener = Pick<Doing, 'actor' | 'now' | 'inputHash'>

/** The case as it begins, its first line of history and what is announced; for one case and for a whole county. */
export function openingRows(doing: Opener, asked: OpenCase, opening: Opening, number: string): OpeningRows {
  const row = caseRow(doing, asked, opening, number)
  const announce = asked.kind === 'criminal' ? caseAccepted : caseFiled
  return {
    row,
    log: openingLog(doing, row, opening),
    event: announce.of(subjectOf(row.id), opening.occurredAt, { caseId: row.id, kind: row.kind, unitCode: row.unit_code }),
  }
}

const caseRow = (doing: Opener, asked: OpenCase, opening: Opening, number: string): CaseRow => ({
  bureau_code: opening.bureauCode,
  id: asked.id,
  number,
  kind: asked.kind,
  stage: openingMove(asked.kind).to,
  stage_since: opening.occurredAt,
  outcome: null,
  ...causeColumns(asked),
  matter: asked.matter,
  unit_code: opening.unitCode,
  holder_id: opening.holder.id,
  holder_name: opening.holder.name,
  receiver_id: opening.holder.id,
  receiver_name: opening.holder.name,
  second_id: null,
  second_name: null,
  secrecy: asked.secrecy,
  sensitivity: asked.sensitivity,
  incident_id: opening.incident?.id ?? null,
  incident_number: opening.incident?.number ?? null,
  reported_at: opening.reportedAt,
  opened_at: opening.occurredAt,
  closed_at: null,
  created_by: doing.actor.id,
  input_hash: doing.inputHash,
  recorded_at: doing.now,
})

function openingLog({ actor, now, inputHash }: Opener, row: CaseRow, opening: Opening): StageLogRow {
  const move = openingMove(row.kind)
  return {
    bureau_code: row.bureau_code,
    case_id: row.id,
    seq: 1,
    act: move.act,
    from_stage: null,
    to_stage: move.to,
    occurred_at: opening.occurredAt,
    recorded_at: now,
    is_late_entry: opening.isLateEntry,
    late_reason: opening.lateReason,
    by_id: actor.id,
    by_name: actor.kind === 'officer' ? actor.name : actor.id,
    by_unit: actor.kind === 'officer' ? actor.unitCode : opening.unitCode,
    reason: null,
    ground: null,
    input_hash: inputHash,
  }
}

/** To the leaders, whose decision a newly accepted suspected crime awaits. */
export const leaderMessage = (row: CaseRow, unit: Pick<Unit, 'nameZh'> | undefined): StaffMessage => ({
  reference: `case-accepted:${row.id}`,
  template: awaitingDecision,
  parameters: { number: row.number, unitName: unit?.nameZh ?? row.unit_code },
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.bureau_code as UnitCode,
  role: 'leader',
  subject: subjectOf(row.id),
  path: `/staff/cases/${row.id}`,
})
