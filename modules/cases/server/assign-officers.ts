import { holds } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { officersOf } from '#modules/accounts/index.ts'
import { moveClocks } from '#modules/deadlines/index.ts'
import { sendToStaff } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { assignOfficers as endpoint } from '../contract.ts'
import type { OfficersState } from '../domain/change.ts'
import { assignmentMessage } from './assignment-message.ts'
import { accessOf, subjectOf } from './case-clocks.ts'
import { updateCase } from './case-repository.ts'
import { recordChange, takeUpChange } from './change-case.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

const officersAt = (row: CaseRow): OfficersState => ({
  holder: { id: row.holder_id, name: row.holder_name },
  second: row.second_id && row.second_name ? { id: row.second_id, name: row.second_name } : null,
})

/**
 * 主办、协办: the head of the unit says who investigates, out of the officers of the unit. Who took the report stays who it was.
 * What a holder of a secret case may know goes over to the new one, clocks included.
 */
export const assignOfficers = defineAction<CaseTables>()({
  name: 'cases.assignOfficers',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head', 'leader'),

  async run(doing, { caseId, holderId, secondId, reason }) {
    const { row, isRepeat } = await takeUpChange(doing, caseId, { kind: 'officers', by: ['unit-head', 'leader'], level: 'unit' })
    if (isRepeat) return officersAt(row)
    if (holderId === secondId) throw refusals.sameOfficerTwice().at('secondId')
    const ofUnit = await officersOf(doing.open, row.unit_code as UnitCode)
    const named = (id: string, field: string) => {
      const found = ofUnit.find((officer) => officer.id === id)
      if (!found) throw refusals.officerNotOfUnit().at(field)
      return { id: found.id, name: found.name }
    }
    const was = officersAt(row)
    // why: whoever holds the case may keep it, also after a move to another unit.
    const holder = holderId === row.holder_id ? was.holder : named(holderId, 'holderId')
    const became = { holder, second: secondId ? (secondId === row.second_id ? was.second : named(secondId, 'secondId')) : null }
    if (was.holder.id === became.holder.id && was.second?.id === became.second?.id) throw refusals.nothingChanged('officers')
    const change = {
      holder_id: holder.id,
      holder_name: holder.name,
      second_id: became.second?.id ?? null,
      second_name: became.second?.name ?? null,
    }
    await updateCase(doing.tx, row, change)
    await recordChange(doing, row, { change: { kind: 'officers', was, became }, reason: reason ?? null })
    const bureauCode = row.bureau_code as BureauCode
    await moveClocks(doing, { bureauCode, subject: subjectOf(row.id), access: accessOf({ ...row, ...change }) })
    if (holder.id !== was.holder.id) await sendToStaff(doing, assignmentMessage(doing, row, { officerId: holder.id, part: 'holder' }))
    if (became.second && became.second.id !== was.second?.id)
      await sendToStaff(doing, assignmentMessage(doing, row, { officerId: became.second.id, part: 'second' }))
    return became
  },
})
