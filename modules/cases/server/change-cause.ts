import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeCause as endpoint } from '../contract.ts'
import { asksForText, causeColumns, causeFits } from '../domain/cause.ts'
import { limitChanged } from '../events.ts'
import { followCauseLaw, subjectOf } from './case-clocks.ts'
import { updateCase } from './case-repository.ts'
import { causeOf } from './cause-of.ts'
import { recordChange, takeUpChange } from './change-case.ts'
import { factsOf } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/** 变更案由: the head of the unit says what the case is about now, and why. The number stays, and so does the earlier cause in the history; the limit follows the law of the cause. */
export const changeCause = defineAction<CaseTables>()({
  name: 'cases.changeCause',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head', 'leader'),

  async run(doing, { caseId, reason, ...cause }) {
    const { row, isRepeat } = await takeUpChange(doing, caseId, { kind: 'cause', by: ['unit-head', 'leader'], level: 'unit' })
    if (isRepeat) return causeOf(row)
    if (!causeFits(cause.causeCode, row.kind)) throw refusals.causeDoesNotFit(row.kind).at('causeCode')
    if (asksForText(cause.causeCode) && !cause.causeText) throw refusals.causeTextRequired().at('causeText')
    const change = causeColumns(cause)
    const [was, became] = [causeOf(row), causeOf(change)]
    if (JSON.stringify(was) === JSON.stringify(became)) throw refusals.nothingChanged('cause').at('causeCode')
    await updateCase(doing.tx, row, change)
    await recordChange(doing, row, { change: { kind: 'cause', was, became }, reason })
    if (await followCauseLaw(doing, row, became)) doing.emit(limitChanged.of(subjectOf(row.id), doing.now, factsOf(row)))
    return became
  },
})
