import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { arriveAtIncident as endpoint } from '../contract.ts'
import { arrivedRows } from './dispatch-rows.ts'
import { expectTurn, saveBoard, sentBefore, stepped, takeUpForUnit } from './dispatch-step.ts'
import type { IncidentTables } from './tables.ts'

/** An officer of a unit that was sent is at the scene. */
export const arriveAtIncident = defineAction<IncidentTables>()({
  name: 'incidents.arrive',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId, occurredAt, lateReason }) {
    const board = await takeUpForUnit(doing, incidentId, 'arrive')
    const { row, unit } = board
    if (unit.arrived_by === doing.actor.id && (await sentBefore(doing, row, 'arrive'))) return stepped(row)
    expectTurn(row.state, unit, 'arrive')
    const after = unit.signed_at ?? undefined
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after, lateReason }, doing.now)
    return stepped(await saveBoard(doing, board, arrivedRows(doing, board, { unit, time, lateReason })))
  },
})
