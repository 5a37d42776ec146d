import { holds } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { withdrawMessagesAbout } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeDisclosure as endpoint } from '../contract.ts'
import { isSilent } from '../domain/disclosure.ts'
import { disclosureChanged } from '../events.ts'
import { aboutCase } from './about-case.ts'
import { moveCaseClocks, subjectOf } from './case-clocks.ts'
import { updateCase } from './case-repository.ts'
import { recordChange, takeUpChange } from './change-case.ts'
import { factsOf } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/**
 * Makes a case secret or sensitive, or lifts it, with the reason. Who may see its clocks changes with it, and no message that still waits
 * leaves; the incident it came from and what citizens read follow by event.
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
    // why: what waits was written when the case could still be spoken of, and the phone may be in the very hands that must not know.
    if (isSilent(sensitivity, secrecy)) await withdrawMessagesAbout(doing, row.bureau_code as BureauCode, subjectOf(row.id))
    doing.emit(disclosureChanged.of(subjectOf(row.id), doing.now, factsOf(row)))
    return became
  },
})
