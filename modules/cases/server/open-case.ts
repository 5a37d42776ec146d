import { v7 as uuid } from 'uuid'
import { holdsFor, type Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { sendToStaff } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import type { OpenCase } from '../contract.ts'
import { caseAccepted, caseFiled } from '../events.ts'
import { causeFits } from '../domain/cause.ts'
import { caseNumber, monthOf } from '../domain/case-number.ts'
import { openingMove } from '../domain/stage.ts'
import { caseById, insertCase, insertStageLog } from './case-repository.ts'
import { runClocks } from './case-clocks.ts'
import { issueReceipt, type Issued } from './issue-receipt.ts'
import { awaitingDecision } from './receipt-message.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

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
}

export interface Opened {
  readonly id: string
  readonly number: string
  readonly receipt: Issued
}

/**
 * Accepts a suspected crime or files an administrative case, in the caller's transaction: case, party, receipt,
 * clock, message and events, all or none. Whether this officer may is decided by the table of moves.
 */
export async function openCase(doing: Doing, asked: OpenCase, opening: Opening): Promise<Opened> {
  const { actor, now } = doing
  const move = openingMove(asked.kind)
  if (!holdsFor(actor, opening.bureauCode, opening.unitCode, ...move.by)) throw refusals.moveNotYours(move.act, move.by, move.level)
  if (!causeFits(asked.causeCode, asked.kind)) throw refusals.causeDoesNotFit(asked.causeCode, asked.kind).at('causeCode')
  const tx = doing.open.as<CaseTables>()
  const known = await caseById(tx, opening.bureauCode, asked.id)
  if (known) throw refusals.movedMeanwhile(asked.id)

  const series = { bureauCode: opening.bureauCode, unitCode: opening.unitCode, kind: 'case', period: monthOf(now) }
  const number = caseNumber(opening.unitCode, now, await nextNumber(doing.open, series))
  const row = caseRow(doing, asked, opening, number)
  if (!(await insertCase(tx, row))) throw refusals.movedMeanwhile(asked.id)
  await insertStageLog(tx, {
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
  })
  await runClocks(doing, row, move, opening.occurredAt)
  const announce = asked.kind === 'criminal' ? caseAccepted : caseFiled
  doing.emit(announce.of(`case:${row.id}`, opening.occurredAt, { caseId: row.id, kind: row.kind, unitCode: row.unit_code }))
  const receipt = await issueReceipt(doing, row, { reporter: asked.reporter, reportWay: opening.reportWay, partyId: uuid(), receiptId: uuid() })
  if (asked.kind === 'criminal') await tellLeader(doing, row)
  return { id: row.id, number, receipt }
}

function caseRow(doing: Doing, asked: OpenCase, opening: Opening, number: string): CaseRow {
  return {
    bureau_code: opening.bureauCode,
    id: asked.id,
    number,
    kind: asked.kind,
    stage: openingMove(asked.kind).to,
    stage_since: opening.occurredAt,
    outcome: null,
    cause_code: asked.causeCode,
    matter: asked.matter,
    unit_code: opening.unitCode,
    holder_id: opening.holder.id,
    holder_name: opening.holder.name,
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
  }
}

const tellLeader = (doing: Doing, row: CaseRow): Promise<unknown> =>
  sendToStaff(doing, {
    reference: `case-accepted:${row.id}`,
    template: awaitingDecision,
    parameters: { number: row.number, unitName: row.unit_code },
    bureauCode: row.bureau_code as BureauCode,
    unitCode: row.bureau_code as UnitCode,
    role: 'leader',
    subject: `case:${row.id}`,
    path: `/staff/cases/${row.id}`,
  })
