import { v7 as uuid } from 'uuid'
import { holdsFor } from '#kernel/actor.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import { sendToStaff } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import type { OpenCase } from '../contract.ts'
import { asksForText, causeFits } from '../domain/cause.ts'
import { caseNumber } from '../domain/case-number.ts'
import { openingMove } from '../domain/stage.ts'
import { caseById, insertCase, insertStageLog } from './case-repository.ts'
import { runClocks } from './case-clocks.ts'
import { issueReceipt, type Issued } from './issue-receipt.ts'
import { caseSeries, leaderMessage, type Opening, openingRows } from './opening-rows.ts'
import type { AskedReceipt } from './receipt-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

export interface Opened {
  readonly id: string
  readonly number: string
  readonly receipt: Issued
}

/**
 * Accepts a suspected crime or files an administrative case, in the caller's transaction: case, parties, a receipt for each,
 * clock, message and events, all or none. Whether this officer may is decided by the table of moves.
 */
export async function openCase(doing: Doing, asked: OpenCase, opening: Opening): Promise<Opened> {
  const { actor, now } = doing
  const move = openingMove(asked.kind)
  if (!holdsFor(actor, opening.bureauCode, opening.unitCode, ...move.by)) throw refusals.moveNotYours(move.act, move.by, move.level)
  if (!causeFits(asked.causeCode, asked.kind)) throw refusals.causeDoesNotFit(asked.kind).at('causeCode')
  if (asksForText(asked.causeCode) && !asked.causeText) throw refusals.causeTextRequired().at('causeText')
  const tx = doing.open.as<CaseTables>()
  const known = await caseById(tx, opening.bureauCode, asked.id)
  if (known) throw refusals.movedMeanwhile(asked.id)

  const number = caseNumber(opening.unitCode, now, await nextNumber(doing.open, caseSeries(opening, now)))
  const { row, log, event } = openingRows(doing, asked, opening, number)
  if (!(await insertCase(tx, row))) throw refusals.movedMeanwhile(asked.id)
  await insertStageLog(tx, log)
  // why: nothing is owed to a single party by the opening itself.
  await runClocks(doing, row, { move, parties: [], occurredAt: opening.occurredAt })
  doing.emit(event)
  const issue = (reporter: AskedReceipt['reporter']) =>
    issueReceipt(doing, row, {
      reporter,
      reportWay: opening.reportWay,
      evidence: evidenceOf(opening, reporter.name),
      partyId: uuid(),
      receiptId: uuid(),
    })
  const receipt = await issue(asked.reporter)
  for (const other of asked.others ?? []) await issue(other)
  if (asked.kind === 'criminal') await sendToStaff(doing, leaderMessage(row, await unitByCode(doing.open, opening.unitCode)))
  return { id: row.id, number, receipt }
}

/** What this person handed over; of what others gave, their own lists speak. */
function evidenceOf({ evidence = [] }: Opening, name: string): string | null {
  const own = evidence.filter(({ giverName }) => giverName === name)
  return own.length > 0 ? own.map(({ what }) => what).join('；') : null
}
