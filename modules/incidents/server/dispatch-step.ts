import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import { type IncidentState, openSteps, ruleOf, type Step } from '../domain/incident-state.ts'
import { stepsOfUnit } from '../domain/dispatch.ts'
import { activeOf, type Board, type BoardRows, progressOf } from './dispatch-rows.ts'
import { saveDispatches, sentTo } from './dispatch-queries.ts'
import { holdIncident, addStep, updateIncident, wasTaken } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { DispatchRow, IncidentRow, IncidentTables } from './tables.ts'

const unitRoles = ['officer', 'unit-head'] as const

/** The incident held with all its units, if the actor may know of it. */
export async function takeUpBoard(doing: Doing, incidentId: string): Promise<Board> {
  const tx = doing.open.as<IncidentTables>()
  const row = await holdIncident(tx, doing.actor, incidentId)
  if (!row) throw refusals.incidentNotFound(incidentId)
  doing.about(aboutIncident(row))
  return { row, sent: await sentTo(tx, row.bureau_code, row.id) }
}

/** The board held for an act of the desk. */
export async function takeUpForDesk(doing: Doing, incidentId: string, step: 'dispatch' | 'recall'): Promise<Board> {
  const board = await takeUpBoard(doing, incidentId)
  const { row } = board
  const { by } = ruleOf(step)
  if (!holdsFor(doing.actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...by)) throw refusals.stepNotYours(step, by)
  return board
}

/** Of the units that are on it, the one for which this officer acts: the one that leads before one that assists. */
export function ownUnit(actor: Actor, row: Pick<IncidentRow, 'bureau_code'>, sent: readonly DispatchRow[]): DispatchRow | undefined {
  const own = activeOf(sent).filter((unit) => holdsFor(actor, row.bureau_code as BureauCode, unit.unit_code as UnitCode, ...unitRoles))
  return own.find(({ is_lead }) => is_lead) ?? own[0]
}

/** The board held for an act of a unit that was sent, and that unit. */
export async function takeUpForUnit(doing: Doing, incidentId: string, step: Step): Promise<Board & { readonly unit: DispatchRow }> {
  const board = await takeUpBoard(doing, incidentId)
  const unit = ownUnit(doing.actor, board.row, board.sent)
  if (unit) return { ...board, unit }
  const { row } = board
  const isOwn = holdsFor(doing.actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...unitRoles)
  // why: whoever works in the unit where it lies is told what is missing, anybody else that it is not theirs.
  if (isOwn) throw refusals.stepNotOpen(row.state, step, openSteps(row.state))
  throw refusals.stepNotYours(step, unitRoles)
}

/** Whether the unit's next step is this one; what is refused instead names what is open to it. */
export function expectTurn(state: IncidentState, unit: DispatchRow, step: Step): void {
  const open = stepsOfUnit(state, progressOf(unit))
  if (!open.includes(step)) throw refusals.stepNotOpen(state, step, open)
}

/** The same officer sent the same thing before, as the last of its kind. */
export const sentBefore = ({ actor, open, inputHash }: Doing, row: IncidentRow, step: Step): Promise<boolean> =>
  wasTaken(open.as<IncidentTables>(), row, { step, byId: actor.id, inputHash })

/** Writes an act on the board, and answers how the incident stands after it. */
export async function saveBoard(doing: Doing, { row, sent }: Board, rows: BoardRows): Promise<IncidentRow> {
  const tx = doing.open.as<IncidentTables>()
  if (Object.keys(rows.change).length > 0 && !(await updateIncident(tx, row, row.state, rows.change))) throw refusals.takenMeanwhile(row.id)
  await saveDispatches(tx, sent, rows.sent)
  for (const log of rows.logs) await addStep(tx, log)
  for (const event of rows.events) doing.emit(event)
  return { ...row, ...rows.change }
}

export const stepped = ({ id, number, state }: IncidentRow) => ({ id, number, state })
