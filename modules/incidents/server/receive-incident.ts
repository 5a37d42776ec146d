import { holds, holdsFor, type Officer } from '#kernel/actor.ts'
import { type UnitCode, unitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { receiveIncident as endpoint } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { tellDispatched } from './dispatch-message.ts'
import { incidentById, insertIncident, insertStep } from './incident-repository.ts'
import { incidentRow, incidentSeries, numberIn } from './incident-row.ts'
import { refusals } from './refusals.ts'
import { subjectOf } from './step.ts'
import { dispatchedRows, receivedRows } from './step-rows.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** Registers an incident under the number of the bureau's desk and, if a unit is named, dispatches it in the same transaction. */
export const receiveIncident = defineAction<IncidentTables>()({
  name: 'incidents.receive',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const officer = doing.actor as Officer
    doing.about({ subject: subjectOf(input.id), bureauCode: officer.bureauCode, unitCode: officer.unitCode })
    const known = await incidentById(tx, officer.bureauCode, input.id)
    if (known) return repeated(known, doing)
    if (!categoryOf(input.category)) throw refusals.unknownCategory().at('category')
    const target = input.dispatchTo ? await dispatchTarget(doing, unitCode(input.dispatchTo)) : null
    const time = factTime({ occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, lateReason: input.lateReason }, now)
    const series = incidentSeries(officer.bureauCode, now)
    const row = incidentRow(doing, input, { time, target, number: numberIn(series, await nextNumber(doing.open, series)) })
    if (!(await insertIncident(tx, row))) throw houseRefusals.sameIdOtherContent()
    const received = receivedRows(doing, row, { time, lateReason: input.lateReason })
    await insertStep(tx, received.log)
    doing.emit(received.event)
    if (target) {
      const dispatched = dispatchedRows(doing, row, target)
      await insertStep(tx, dispatched.log)
      doing.emit(dispatched.event)
      await tellDispatched(doing, row, target)
    }
    return { id: row.id, number: row.number, state: row.state }
  },
})

/** A repeat by the same officer with the same content is answered like the first; anything else is a clash. */
function repeated(known: IncidentRow, { actor, inputHash }: Doing) {
  if (known.created_by !== actor.id || !known.input_hash.equals(inputHash)) throw houseRefusals.sameIdOtherContent()
  return { id: known.id, number: known.number, state: known.state }
}

/** A unit of the same bureau; who is not the desk may only take an incident for the own unit. */
export async function dispatchTarget({ actor, open }: Doing, target: UnitCode): Promise<UnitCode> {
  const officer = actor as Officer
  const unit = await unitByCode(open, target)
  if (!unit || unit.bureauCode !== officer.bureauCode || unit.kind === 'bureau') throw refusals.unitNotFound(target).at('dispatchTo')
  const isDesk = holdsFor(actor, officer.bureauCode, target, 'dispatcher')
  if (!isDesk && target !== officer.unitCode) throw refusals.onlyOwnUnit(target).at('dispatchTo')
  return target
}
