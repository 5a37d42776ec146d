import type { Officer } from '#kernel/actor.ts'
import type { z } from 'zod'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { moveCase as endpoint } from '../contract.ts'
import type { ServiceWay } from '../domain/party.ts'
import { isClosed, type Move } from '../domain/stage.ts'
import { caseDecided, caseFiled, caseRefused, caseTransferred, noticeServed } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import type { CaseRow, PaperRow, PaperServiceRow, StageLogRow } from './tables.ts'

export type MoveInput = z.output<typeof endpoint.input>

const announcements = { file: caseFiled, refuse: caseRefused, transfer: caseTransferred, decide: caseDecided } as const

export interface MoveRows {
  readonly change: Pick<CaseRow, 'stage' | 'stage_since' | 'outcome' | 'closed_at'>
  readonly log: Omit<StageLogRow, 'seq'>
  readonly event: DomainEvent
}

type Moving = MoveInput & { readonly move: Move; readonly time: FactTime }

/** What a move changes, its line of history and what is announced; for one case and for a whole county. */
export function moveRows(
  { actor, now, inputHash }: Pick<Doing, 'actor' | 'now' | 'inputHash'>,
  row: CaseRow,
  { move, time, ...input }: Moving,
): MoveRows {
  const { occurredAt, isLateEntry } = time
  const officer = actor as Officer
  return {
    change: {
      stage: move.to,
      stage_since: occurredAt,
      outcome: input.outcome ?? null,
      closed_at: isClosed(move.to) ? occurredAt : null,
    },
    log: {
      bureau_code: row.bureau_code,
      case_id: row.id,
      act: input.act,
      from_stage: row.stage,
      to_stage: move.to,
      occurred_at: occurredAt,
      recorded_at: now,
      is_late_entry: isLateEntry,
      late_reason: input.lateReason ?? null,
      by_id: officer.id,
      by_name: officer.name,
      by_unit: officer.unitCode,
      reason: input.reason ?? null,
      ground: input.ground ?? null,
      input_hash: inputHash,
    },
    event: announcements[input.act].of(subjectOf(row.id), occurredAt, factsOf(row)),
  }
}

/** What every event of a case tells. */
export const factsOf = (row: CaseRow) => ({ caseId: row.id, kind: row.kind, unitCode: row.unit_code })

interface Service {
  readonly way: ServiceWay
  readonly lateReason?: string | undefined
  readonly time: FactTime
}

/** The service of a notice, as it is kept; for one case and for a whole county. */
export function serviceRow(
  { actor, now, inputHash }: Pick<Doing, 'actor' | 'now' | 'inputHash'>,
  notice: Pick<PaperRow, 'bureau_code' | 'id' | 'case_id'>,
  { way, lateReason, time }: Service,
): PaperServiceRow {
  const officer = actor as Officer
  return {
    bureau_code: notice.bureau_code,
    paper_id: notice.id,
    case_id: notice.case_id,
    way,
    served_at: time.occurredAt,
    recorded_at: now,
    is_late_entry: time.isLateEntry,
    late_reason: lateReason ?? null,
    by_id: officer.id,
    by_name: officer.name,
    by_unit: officer.unitCode,
    input_hash: inputHash,
  }
}

/** The notice of refusal reached the complainant. */
export const noticeServedOn = (row: CaseRow, occurredAt: Date): DomainEvent => noticeServed.of(subjectOf(row.id), occurredAt, factsOf(row))
