import { holds, type Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { endMeasure as endpoint } from '../contract.ts'
import { measuresOf, setEnd } from './measure-repository.ts'
import { refusals } from './refusals.ts'
import { holdForMeasure, measureRecorders } from './take-measure.ts'
import type { CaseTables } from './tables.ts'

/** A measure ended: released, replaced by another, or run out. */
export const endMeasure = defineAction<CaseTables>()({
  name: 'cases.endMeasure',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...measureRecorders),

  async run(doing, { caseId, measureId, reason, occurredAt, lateReason }) {
    const { tx, now, inputHash } = doing
    const officer = doing.actor as Officer
    const row = await holdForMeasure(doing, caseId)
    const measure = (await measuresOf(tx, row)).find(({ id }) => id === measureId)
    if (!measure) throw refusals.measureNotFound()
    if (measure.ended_at) {
      if (measure.end_by_id === officer.id && measure.end_input_hash?.equals(inputHash))
        return { id: measure.id, endedAt: measure.ended_at.toISOString() }
      throw refusals.measureEnded(measure.ended_at.toISOString())
    }
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: measure.began_at, lateReason }, now)
    await setEnd(tx, measure, {
      ended_at: time.occurredAt,
      end_reason: reason,
      end_recorded_at: now,
      end_is_late_entry: time.isLateEntry,
      end_late_reason: lateReason ?? null,
      end_by_id: officer.id,
      end_by_name: officer.name,
      end_input_hash: inputHash,
    })
    return { id: measure.id, endedAt: time.occurredAt.toISOString() }
  },
})
