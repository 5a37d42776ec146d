import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeDisclosure as endpoint } from '../contract.ts'
import { disclosureChanged } from '../events.ts'
import { aboutCase } from './about-case.ts'
import { moveCaseClocks, subjectOf } from './case-clocks.ts'
import { updateCase } from './case-repository.ts'
import { recordChange, takeUpChange } from './change-case.ts'
import { factsOf } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/**
 * Makes a case secret or sensitive, or lifts it, with the reason. Who may see its clocks changes with it; the incident it came from and what
 * citizens read follow by event.
 */
export const changeDisclosure = defineAction<CaseTables>()({
  name: 'cases.changeDisclosure',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head', 'leader'),

  async run(doing, { caseId, reason, secrecy, sensitivity }) {
    const { row, isRepeat } = await takeUpChange(doing, caseId, { kind: 'disclosure', by: ['unit-head', 'leader'], level: 'unit' })
    const became = { secrecy, sensitivity }
    if (isRepeat) return became
    const was = { secrecy: row.secrecy, sensitivity: row.sensitivity }
    if (was.secrecy === secrecy && was.sensitivity === sensitivity) throw refusals.nothingChanged('disclosure')
    // why: that a case was or became a secret is itself one.
    doing.about(aboutCase({ ...row, secrecy: was.secrecy === 'secret' ? 'secret' : secrecy }))
    await updateCase(doing.tx, row, became)
    await recordChange(doing, row, { change: { kind: 'disclosure', was, became }, reason })
    await moveCaseClocks(doing, { ...row, secrecy })
    doing.emit(disclosureChanged.of(subjectOf(row.id), doing.now, factsOf(row)))
    return became
  },
})
