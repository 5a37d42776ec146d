import { holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { moveCase as endpoint } from '../contract.ts'
import { type Move, moveBetween, openActs } from '../domain/stage.ts'
import { printedReasons } from '../domain/refusal-ground.ts'
import { aboutCase } from './about-case.ts'
import { runClocks } from './case-clocks.ts'
import { holdCase, insertStageLog, stageLog, updateStage } from './case-repository.ts'
import { issueRefusalNotice } from './issue-refusal-notice.ts'
import { partiesOf } from './paper-repository.ts'
import { type MoveInput, moveRows } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

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
    doing.about(aboutCase(row))
    const earlier = await stageLog(tx, bureauCode, row.id)
    const last = earlier.at(-1)
    // why: the same click twice, after a lost answer; it is answered like the first and changes nothing.
    if (last && last.by_id === actor.id && last.input_hash.equals(doing.inputHash))
      return { id: row.id, number: row.number, stage: row.stage }
    const move = lawfulMove(doing, row, input)
    const time = factTime(
      { occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, after: row.stage_since, lateReason: input.lateReason },
      now,
    )
    const { change, log, event } = moveRows(doing, row, { ...input, move, time })
    const moved = await updateStage(tx, { bureau_code: row.bureau_code, id: row.id, from: row.stage, ...change })
    if (!moved) throw refusals.movedMeanwhile(row.id)
    await insertStageLog(tx, { ...log, seq: earlier.length + 1 })
    const parties = await partiesOf(tx, bureauCode, row.id)
    await runClocks(doing, row, { move, parties, occurredAt: time.occurredAt })
    const complainants = input.act === 'refuse' ? parties.filter((party) => party.role === 'complainant') : []
    const refused = { reason: printedReasons(input.ground, input.reason ?? ''), occurredAt: time.occurredAt }
    for (const complainant of complainants) await issueRefusalNotice(doing, row, complainant, refused)
    doing.emit(event)
    return { id: row.id, number: row.number, stage: move.to }
  },
})

function lawfulMove({ actor }: Doing, row: CaseRow, input: MoveInput): Move {
  const { act } = input
  const move = moveBetween(row.kind, row.stage, act)
  if (!move)
    throw refusals.moveNotAllowed(
      row.stage,
      act,
      openActs(row.kind, row.stage).map((open) => open.act),
    )
  const unit = (move.level === 'bureau' ? row.bureau_code : row.unit_code) as UnitCode
  if (!holdsFor(actor, row.bureau_code as BureauCode, unit, ...move.by)) throw refusals.moveNotYours(act, move.by, move.level)
  checkAnswers(move, input)
  return move
}

/** Each act says what belongs to it and nothing else: a refusal its ground and reason, a decision its result. */
function checkAnswers({ act, needsReason }: Move, { reason, outcome, ground }: MoveInput): void {
  // law: not to file is lawful on a ground of the law alone (刑事诉讼法 112), which the notice prints.
  if (act === 'refuse' && !ground) throw refusals.groundRequired().at('ground')
  if (needsReason && !reason) throw refusals.reasonRequired(act).at('reason')
  if (act === 'decide' && !outcome) throw refusals.outcomeRequired().at('outcome')
  if (act !== 'refuse' && ground) throw refusals.groundNotAsked(act).at('ground')
  if (act !== 'decide' && outcome) throw refusals.outcomeNotAsked(act).at('outcome')
}
