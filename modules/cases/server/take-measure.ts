import { holds, holdsFor, type Officer } from '#kernel/actor.ts'
import { inBeijing } from '#kernel/beijing-time.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { takeMeasure as endpoint } from '../contract.ts'
import { measureTaken } from '../events.ts'
import { aboutCase } from './about-case.ts'
import { subjectOf } from './case-clocks.ts'
import { holdCase } from './case-repository.ts'
import { insertMeasure, insertPerson, measuresOf, personsOf } from './measure-repository.ts'
import { factsOf } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

export const measureRecorders = ['officer', 'unit-head', 'leader'] as const

/** The case held for a record of measures, by whoever works on it. */
export async function holdForMeasure(doing: Doing, caseId: string): Promise<CaseRow> {
  const { actor, open } = doing
  const row = await holdCase(open.as<CaseTables>(), actor, caseId)
  if (!row) throw refusals.caseNotFound(caseId)
  doing.about(aboutCase(row))
  if (!holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...measureRecorders)) throw refusals.measureNotYours()
  return row
}

/**
 * 采取强制措施: what was done to a suspect, by whose decision and from when. It is recorded also in a case that is not filed, which then stands
 * on the case as irregular.
 */
export const takeMeasure = defineAction<CaseTables>()({
  name: 'cases.takeMeasure',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...measureRecorders),

  async run(doing, input) {
    const { tx, now, inputHash } = doing
    const officer = doing.actor as Officer
    const row = await holdForMeasure(doing, input.caseId)
    if (row.kind !== 'criminal') throw refusals.measureNeedsCrime()
    const known = (await measuresOf(tx, row)).find(({ id }) => id === input.id)
    if (known?.by_id === officer.id && known.input_hash.equals(inputHash)) return { id: known.id }
    const decidedAt = input.decidedAt ? new Date(input.decidedAt) : now
    if (decidedAt > now) throw houseRefusals.futureTime(inBeijing(now)).at('decidedAt')
    const time = factTime({ occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, lateReason: input.lateReason }, now)
    await knowPerson(doing, row, input)
    const isNew = await insertMeasure(tx, {
      bureau_code: row.bureau_code,
      id: input.id,
      case_id: row.id,
      person_id: input.personId,
      kind: input.kind,
      decided_by: input.decidedBy,
      decided_at: decidedAt,
      began_at: time.occurredAt,
      recorded_at: now,
      is_late_entry: time.isLateEntry,
      late_reason: input.lateReason ?? null,
      by_id: officer.id,
      by_name: officer.name,
      input_hash: inputHash,
      ...notEnded,
    })
    if (!isNew) throw refusals.movedMeanwhile(row.id)
    doing.emit(measureTaken.of(subjectOf(row.id), time.occurredAt, factsOf(row)))
    return { id: input.id }
  },
})

const notEnded = {
  ended_at: null,
  end_reason: null,
  end_recorded_at: null,
  end_is_late_entry: null,
  end_late_reason: null,
  end_by_id: null,
  end_by_name: null,
  end_input_hash: null,
}

interface Named {
  readonly personId: string
  readonly personName?: string | undefined
}

/** The suspect of this id, entered now if the case does not know them yet. */
async function knowPerson({ open, vault, now }: Doing, row: CaseRow, { personId, personName }: Named): Promise<void> {
  const tx = open.as<CaseTables>()
  if ((await personsOf(tx, row)).some(({ id }) => id === personId)) return
  if (!personName) throw refusals.personNameRequired().at('personName')
  const cell = { bureauCode: row.bureau_code, table: 'cases.person', column: 'name', id: personId }
  const sealed = vault.seal(personName, cell)
  await insertPerson(tx, {
    bureau_code: row.bureau_code,
    id: personId,
    case_id: row.id,
    role: 'suspect',
    name_sealed: sealed,
    recorded_at: now,
  })
}
