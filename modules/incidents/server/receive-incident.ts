import { holds, type Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { receiveIncident as endpoint } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { tellSent } from './dispatch-message.ts'
import { saveDispatches } from './dispatch-queries.ts'
import { type BoardRows, sentRows } from './dispatch-rows.ts'
import { dispatchTarget, dispatchTargets } from './dispatch-target.ts'
import { insertIncident, type Registration, registrationById, addStep } from './incident-repository.ts'
import { incidentRow, incidentSeries, numberIn, type ReceiveInput } from './incident-row.ts'
import { insertTransferSource } from './intake-repository.ts'
import { refusals } from './refusals.ts'
import { subjectOf } from './step.ts'
import { receivedRows } from './step-rows.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** Registers an incident under the number of the bureau's desk and, if units are named, dispatches it in the same transaction. */
export const receiveIncident = defineAction<IncidentTables>()({
  name: 'incidents.receive',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const officer = doing.actor as Officer
    doing.about({ subject: subjectOf(input.id), bureauCode: officer.bureauCode, unitCode: officer.unitCode })
    const known = await registrationById(tx, officer.bureauCode, input.id)
    if (known) return repeated(known, doing)
    if (!categoryOf(input.category)) throw refusals.unknownCategory().at('category')
    if (input.transferFrom && input.source !== 'transfer') throw refusals.notATransfer().at('transferFrom')
    const targets = await targetsOf(doing, input)
    const time = factTime({ occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, lateReason: input.lateReason }, now)
    const series = incidentSeries(officer.bureauCode, now)
    const taken = incidentRow(doing, input, { time, number: numberIn(series, await nextNumber(doing.open, series)) })
    const sent = targets.length > 0 ? sentRows(doing, { row: taken, sent: [] }, { units: targets }) : null
    const row = { ...taken, ...sent?.change }
    if (!(await insertIncident(tx, row))) throw houseRefusals.sameIdOtherContent()
    if (input.transferFrom) await insertTransferSource(tx, transferSource(row, input.transferFrom))
    const received = receivedRows(doing, row, { time, lateReason: input.lateReason })
    await addStep(tx, received.log)
    doing.emit(received.event)
    if (sent) await send(doing, row, sent)
    return { id: row.id, number: row.number, state: row.state }
  },
})

const transferSource = ({ bureau_code, id }: IncidentRow, { organ, number }: NonNullable<ReceiveInput['transferFrom']>) => ({
  bureau_code,
  incident_id: id,
  organ,
  their_number: number ?? null,
})

/** A repeat by the same officer with the same content is answered like the first; anything else is a clash. */
function repeated(known: Registration, { actor, inputHash }: Doing) {
  if (known.created_by !== actor.id || !known.input_hash.equals(inputHash)) throw houseRefusals.sameIdOtherContent()
  return { id: known.id, number: known.number, state: known.state }
}

/** The unit that leads and those that assist; without one that leads nobody assists. */
async function targetsOf(doing: Doing, { dispatchTo, alsoTo }: ReceiveInput): Promise<UnitCode[]> {
  if (!dispatchTo) return []
  const lead = await dispatchTarget(doing, dispatchTo, 'dispatchTo')
  const others = await dispatchTargets(doing, alsoTo, 'alsoTo')
  return [lead, ...others.filter((unit) => unit !== lead)]
}

async function send(doing: Doing, row: IncidentRow, { sent, logs, events }: BoardRows): Promise<void> {
  const tx = doing.open.as<IncidentTables>()
  await saveDispatches(tx, [], sent)
  for (const log of logs) await addStep(tx, log)
  for (const event of events) doing.emit(event)
  for (const unit of sent) await tellSent(doing, row, { unit: unit.unit_code as UnitCode, isLead: unit.is_lead })
}
