import type { z } from 'zod'
import { holds, holdsFor, type Officer } from '#kernel/actor.ts'
import { type UnitCode, unitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import { monthOf } from '#modules/cases/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { receiveIncident as endpoint } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { incidentNumber } from '../domain/incident-number.ts'
import { incidentDispatched, incidentReceived } from '../events.ts'
import { tellDispatched } from './dispatch-message.ts'
import { incidentById, insertIncident, insertStep } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { stepRow, subjectOf } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

type Input = z.output<typeof endpoint.input>

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
    if (!categoryOf(input.category)) throw refusals.unknownCategory(input.category).at('category')
    const target = input.dispatchTo ? await dispatchTarget(doing, unitCode(input.dispatchTo)) : null
    const time = factTime({ occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, lateReason: input.lateReason }, now)
    const month = monthOf(now)
    const serial = await nextNumber(doing.open, { bureauCode: officer.bureauCode, unitCode: officer.bureauCode, kind: 'incident', period: month })
    const row = incidentRow(doing, input, { time, target, number: incidentNumber(officer.bureauCode, month, serial) })
    if (!(await insertIncident(tx, row))) throw houseRefusals.sameIdOtherContent()
    await insertStep(tx, stepRow(doing, row, { step: 'receive', ...time, lateReason: input.lateReason }))
    doing.emit(incidentReceived.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: officer.unitCode }))
    if (target) {
      await insertStep(tx, stepRow(doing, row, { step: 'dispatch', occurredAt: now, isLateEntry: false, targetUnit: target }))
      doing.emit(incidentDispatched.of(subjectOf(row.id), now, { incidentId: row.id, unitCode: target }))
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

interface Prepared {
  readonly time: FactTime
  readonly target: UnitCode | null
  readonly number: string
}

export function incidentRow(doing: Pick<Doing, 'actor' | 'now' | 'vault' | 'inputHash'>, input: Input, { time, target, number }: Prepared): IncidentRow {
  const { vault, now, inputHash } = doing
  const officer = doing.actor as Officer
  const seal = (column: string, text: string) => vault.seal(text, { bureauCode: officer.bureauCode, table: 'incidents.incident', column, id: input.id })
  return {
    bureau_code: officer.bureauCode,
    id: input.id,
    number,
    state: target ? 'dispatched' : 'received',
    source: input.source,
    category: input.category,
    grade: input.grade,
    summary: input.summary,
    reporter_name_sealed: input.reporterName ? seal('reporter_name', input.reporterName) : null,
    reporter_phone_sealed: input.reporterPhone ? seal('reporter_phone', input.reporterPhone) : null,
    reporter_phone_hash: input.reporterPhone ? vault.hash('phone', input.reporterPhone) : null,
    place_sealed: seal('place', input.place),
    unit_code: target ?? officer.unitCode,
    desk_code: officer.unitCode,
    holder_id: null,
    holder_name: null,
    secrecy: 'ordinary',
    sensitivity: input.sensitivity,
    received_at: time.occurredAt,
    dispatched_at: target ? now : null,
    signed_at: null,
    arrived_at: null,
    disposed_at: null,
    disposition: null,
    disposition_note: null,
    proposed_cause: null,
    case_id: null,
    case_number: null,
    created_by: officer.id,
    input_hash: inputHash,
    recorded_at: now,
  }
}
