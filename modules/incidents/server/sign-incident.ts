import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { signIncident as endpoint } from '../contract.ts'
import { signedRows } from './dispatch-rows.ts'
import { expectTurn, saveBoard, stepped, takeUpForUnit } from './dispatch-step.ts'
import type { IncidentTables } from './tables.ts'

/** A unit signs for an incident to which it was sent; who signs for the one that leads holds the incident from then on. */
export const signIncident = defineAction<IncidentTables>()({
  name: 'incidents.sign',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId }) {
    const board = await takeUpForUnit(doing, incidentId, 'sign')
    const { row, unit } = board
    if (unit.signed_by === doing.actor.id) return stepped(row)
    expectTurn(row.state, unit, 'sign')
    return stepped(await saveBoard(doing, board, signedRows(doing, board, unit)))
  },
})
