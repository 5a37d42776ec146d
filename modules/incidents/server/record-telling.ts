import { holds, holdsFor } from '#kernel/actor.ts'
import type { Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { recordTelling as endpoint } from '../contract.ts'
import { tellers } from '../domain/telling.ts'
import { incidentTold } from '../events.ts'
import { holdIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { aboutIncident, subjectOf } from './step.ts'
import type { IncidentTables, TellingRow } from './tables.ts'
import { insertTelling, tellingById } from './telling-repository.ts'

/**
 * Records that a person was told at once that their matter is not for the police, and where to turn.
 * law: told on the spot by word of mouth; in writing if they do not agree (PROC-ADMIN 61(3)).
 */
export const recordTelling = defineAction<IncidentTables>()({
  name: 'incidents.recordTelling',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...tellers),

  async run(doing, { incidentId, tellingId, way, organ, isDisputed, occurredAt, lateReason }) {
    const { tx, now, inputHash } = doing
    const officer = doing.actor as Officer
    const row = await holdIncident(tx, officer, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    doing.about(aboutIncident(row))
    if (!holdsFor(officer, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...tellers)) throw refusals.tellingNotYours(tellers)
    const known = await tellingById(tx, row.bureau_code, tellingId)
    if (known && known.by_id === officer.id && known.input_hash.equals(inputHash)) return answerOf(known)
    if (row.disposition !== 'no-police-matter') throw refusals.tellingDoesNotFit(row.disposition)
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.received_at, lateReason }, now)
    const telling: TellingRow = {
      bureau_code: row.bureau_code,
      id: tellingId,
      incident_id: row.id,
      way,
      organ: organ ?? null,
      is_disputed: isDisputed,
      told_at: time.occurredAt,
      is_late_entry: time.isLateEntry,
      late_reason: lateReason ?? null,
      by_id: officer.id,
      by_name: officer.name,
      input_hash: inputHash,
      recorded_at: now,
    }
    if (!(await insertTelling(tx, telling))) throw houseRefusals.sameIdOtherContent()
    doing.emit(incidentTold.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.unit_code, isDisputed }))
    return answerOf(telling)
  },
})

const answerOf = ({ id, told_at }: TellingRow) => ({ id, toldAt: told_at.toISOString() })
