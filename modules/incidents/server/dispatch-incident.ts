import { holds } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { dispatchIncident as endpoint } from '../contract.ts'
import { underWay } from '../domain/dispatch.ts'
import { openSteps } from '../domain/incident-state.ts'
import { tellRecalled, tellSent } from './dispatch-message.ts'
import { type Board, leadOf, sentRows, unitOn } from './dispatch-rows.ts'
import { saveBoard, sentBefore, stepped, takeUpForDesk } from './dispatch-step.ts'
import { dispatchTargets } from './dispatch-target.ts'
import { refusals } from './refusals.ts'
import type { IncidentTables } from './tables.ts'

/**
 * Sends an incident to units: the first leads where none does, the others assist. As long as the unit that leads has not
 * signed, another can be sent instead of it.
 */
export const dispatchIncident = defineAction<IncidentTables>()({
  name: 'incidents.dispatch',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher'),

  async run(doing, { incidentId, unitCodes, instead }) {
    const board = await takeUpForDesk(doing, incidentId, 'dispatch')
    const { row, sent } = board
    const areOnIt = unitCodes.every((code) => unitOn(sent, code))
    if (areOnIt && (await sentBefore(doing, row, 'dispatch'))) return stepped(row)
    const units = await dispatchTargets(doing, unitCodes, 'unitCodes')
    expectSendable(board, units, instead)
    const left = instead ? leadOf(sent) : undefined
    const rows = sentRows(doing, board, { units, instead })
    const after = await saveBoard(doing, board, rows)
    if (left) await tellRecalled(doing, after, left.unit_code)
    for (const unit of units) await tellSent(doing, after, { unit, isLead: after.unit_code === unit })
    return stepped(after)
  },
})

function expectSendable({ row, sent }: Board, units: readonly UnitCode[], instead: boolean): void {
  const lead = leadOf(sent)
  if (row.state !== 'received' && !underWay.includes(row.state)) throw refusals.stepNotOpen(row.state, 'dispatch', openSteps(row.state))
  if (instead && lead?.signed_at) throw refusals.leadHasSigned(lead.unit_code)
  // why: an assisting unit may come to lead; whoever leads already cannot be sent once more.
  const there = units.find((unit) => (instead && unit !== lead?.unit_code ? false : unitOn(sent, unit) !== undefined))
  if (there) throw refusals.alreadySent(there).at('unitCodes')
}
