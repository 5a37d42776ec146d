import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { recallUnit as endpoint } from '../contract.ts'
import { mayRecall } from '../domain/dispatch.ts'
import { openSteps } from '../domain/incident-state.ts'
import { tellLead, tellRecalled } from './dispatch-message.ts'
import { recalledRows, unitOn } from './dispatch-rows.ts'
import { saveBoard, sentBefore, stepped, takeUpForDesk } from './dispatch-step.ts'
import { refusals } from './refusals.ts'
import type { IncidentTables } from './tables.ts'

/**
 * The desk takes a unit back, with a reason. If it led, the unit that has come furthest leads, and where none is left the
 * incident is at the desk again.
 */
export const recallUnit = defineAction<IncidentTables>()({
  name: 'incidents.recall',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher'),

  async run(doing, { incidentId, unitCode, reason }) {
    const board = await takeUpForDesk(doing, incidentId, 'recall')
    const { row, sent } = board
    const unit = unitOn(sent, unitCode)
    if (!unit && (await sentBefore(doing, row, 'recall'))) return stepped(row)
    if (!mayRecall(row.state)) throw refusals.stepNotOpen(row.state, 'recall', openSteps(row.state))
    if (!unit) throw refusals.unitNotSent(unitCode).at('unitCode')
    const after = await saveBoard(doing, board, recalledRows(doing, board, { unit, reason }))
    await tellRecalled(doing, after, unitCode)
    if (unit.is_lead && after.state !== 'received') await tellLead(doing, after)
    return stepped(after)
  },
})
