import { holdsFor, type Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import type { z } from 'zod'
import { moveCase as endpoint } from '../contract.ts'
import { isClosed, type Move, moveBetween, openActs } from '../domain/stage.ts'
import { caseDecided, caseFiled, caseRefused, caseTransferred } from '../events.ts'
import { runClocks } from './case-clocks.ts'
import { holdCase, insertStageLog, stageLog, updateStage } from './case-repository.ts'
import { issueRefusalNotice } from './issue-refusal-notice.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

type Input = z.output<typeof endpoint.input>

const announcements = { file: caseFiled, refuse: caseRefused, transfer: caseTransferred, decide: caseDecided } as const

/** Files, refuses, transfers or decides a case: whoever the table of moves names, and nobody else. */
export const moveCase = defineAction<CaseTables>()({
  name: 'cases.move',
  input: endpoint.input,
  allowedTo: (actor) => actor.kind === 'officer' && actor.grants.some((grant) => grant.role === 'leader' || grant.role === 'unit-head'),

  async run(doing, input) {
    const { actor, tx, now } = doing
    const row = await holdCase(tx, actor, input.caseId)
    if (!row) throw refusals.caseNotFound(input.caseId)
    const bureauCode = row.bureau_code as BureauCode
    doing.about({ subject: `case:${row.id}`, bureauCode, unitCode: row.unit_code as UnitCode })
    const move = lawfulMove(doing, row, input)
    const { occurredAt, isLateEntry } = factTime(
      { occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, after: row.stage_since, lateReason: input.lateReason },
      now,
    )
    const log = await stageLog(tx, bureauCode, row.id)
    const moved = await updateStage(tx, {
      bureau_code: row.bureau_code,
      id: row.id,
      from: row.stage,
      stage: move.to,
      stage_since: occurredAt,
      outcome: input.outcome ?? null,
      closed_at: isClosed(move.to) ? occurredAt : null,
    })
    if (!moved) throw refusals.movedMeanwhile(row.id)
    const officer = actor as Officer
    await insertStageLog(tx, {
      bureau_code: row.bureau_code,
      case_id: row.id,
      seq: log.length + 1,
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
    })
    await runClocks(doing, row, move, occurredAt)
    if (input.act === 'refuse') await issueRefusalNotice(doing, row, { reason: input.reason ?? '', occurredAt })
    doing.emit(announcements[input.act].of(`case:${row.id}`, occurredAt, { caseId: row.id, kind: row.kind, unitCode: row.unit_code }))
    return { id: row.id, number: row.number, stage: move.to }
  },
})

function lawfulMove({ actor }: Doing, row: CaseRow, { act, reason, outcome }: Input): Move {
  const move = moveBetween(row.kind, row.stage, act)
  if (!move)
    throw refusals.moveNotAllowed(
      row.stage,
      act,
      openActs(row.kind, row.stage).map((open) => open.act),
    )
  const unit = (move.level === 'bureau' ? row.bureau_code : row.unit_code) as UnitCode
  if (!holdsFor(actor, row.bureau_code as BureauCode, unit, ...move.by)) throw refusals.moveNotYours(act, move.by, move.level)
  if (move.needsReason && !reason) throw refusals.reasonRequired(act).at('reason')
  if (act === 'decide' && !outcome) throw refusals.outcomeRequired().at('outcome')
  return move
}
