import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { handOnIncident as endpoint } from '../contract.ts'
import { tellHandedOn } from './dispatch-message.ts'
import { handedOnRows, unitOn } from './dispatch-rows.ts'
import { expectTurn, saveBoard, sentBefore, stepped, takeUpBoard, ownUnit } from './dispatch-step.ts'
import { unitOfBureau } from './dispatch-target.ts'
import { sentTo } from './dispatch-queries.ts'
import { incidentById } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

const by = ['officer', 'unit-head'] as const

/** The incident as it stands after the same click before: the unit that handed it on does not see it any more. */
async function handedOnBefore(doing: Doing, incidentId: string, unitCode: string): Promise<IncidentRow | undefined> {
  const tx = doing.open.as<IncidentTables>()
  const row = await incidentById(tx, doing.actor.bureauCode, incidentId)
  if (!row || !(await sentBefore(doing, row, 'hand-on'))) return undefined
  const sent = await sentTo(tx, row.bureau_code, row.id)
  // why: the desk may have sent the own unit again since; what it hands on then is a new act.
  if (!unitOn(sent, unitCode) || ownUnit(doing.actor, row, sent)) return undefined
  doing.about(aboutIncident(row))
  return row
}

/**
 * A unit that was sent hands its part on to another, which has to sign anew. Nothing forbids it; it is counted, and the
 * desk hears of each time, since passing a matter around is what is to be seen.
 */
export const handOnIncident = defineAction<IncidentTables>()({
  name: 'incidents.handOn',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...by),

  async run(doing, { incidentId, unitCode, reason }) {
    const done = await handedOnBefore(doing, incidentId, unitCode)
    if (done) return { ...stepped(done), handOns: done.hand_ons }
    const board = await takeUpBoard(doing, incidentId)
    const { row, sent } = board
    const there = unitOn(sent, unitCode)
    const unit = ownUnit(doing.actor, row, sent)
    if (!unit) throw refusals.stepNotYours('hand-on', by)
    expectTurn(row.state, unit, 'hand-on')
    if (unit.unit_code === unitCode) throw refusals.alreadySent(unitCode).at('unitCode')
    // why: one that assists may take the lead over; from one that assists to one that is there already nothing is handed on.
    if (there && !unit.is_lead) throw refusals.alreadySent(unitCode).at('unitCode')
    const target = await unitOfBureau(doing, row.bureau_code, unitCode, 'unitCode')
    const after = await saveBoard(doing, board, handedOnRows(doing, board, { unit, target, reason }))
    await tellHandedOn(doing, after, { from: unit.unit_code, to: target })
    return { ...stepped(after), handOns: after.hand_ons }
  },
})
