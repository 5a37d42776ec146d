import { holds } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { officersOf } from '#modules/accounts/index.ts'
import { sendToStaff } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { assignOfficers as endpoint } from '../contract.ts'
import type { OfficersState } from '../domain/change.ts'
import { officersAt } from './officers-at.ts'
import { assignmentMessage } from './assignment-message.ts'
import { moveCaseClocks } from './case-clocks.ts'
import { updateCase } from './case-repository.ts'
import { recordChange, takeUpChange } from './change-case.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

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
    const was = officersAt(row)
    const became = await officersNamed(doing, row, { holderId, secondId })
    if (was.holder.id === became.holder.id && was.second?.id === became.second?.id) throw refusals.nothingChanged('officers')
    const change = {
      holder_id: became.holder.id,
      holder_name: became.holder.name,
      second_id: became.second?.id ?? null,
      second_name: became.second?.name ?? null,
    }
    await updateCase(doing.tx, row, change)
    await recordChange(doing, row, { change: { kind: 'officers', was, became }, reason: reason ?? null })
    await moveCaseClocks(doing, { ...row, ...change })
    await tellNewOnes(doing, row, { was, became })
    return became
  },
})

interface Wanted {
  readonly holderId: string
  readonly secondId: string | null
}

/** Two officers of the unit; whoever has the case may keep it, also when they have left the unit since. */
async function officersNamed({ open }: Doing, row: CaseRow, { holderId, secondId }: Wanted): Promise<OfficersState> {
  if (holderId === secondId) throw refusals.sameOfficerTwice().at('secondId')
  const { holder, second } = officersAt(row)
  const known = [...(second ? [holder, second] : [holder]), ...(await officersOf(open, row.unit_code as UnitCode))]
  const named = (id: string, field: string) => {
    const found = known.find((officer) => officer.id === id)
    if (!found) throw refusals.officerNotOfUnit().at(field)
    return { id: found.id, name: found.name }
  }
  return { holder: named(holderId, 'holderId'), second: secondId === null ? null : named(secondId, 'secondId') }
}

async function tellNewOnes(doing: Doing, row: CaseRow, { was, became }: { was: OfficersState; became: OfficersState }): Promise<void> {
  if (became.holder.id !== was.holder.id)
    await sendToStaff(doing, assignmentMessage(doing, row, { officerId: became.holder.id, part: 'holder' }))
  if (became.second && became.second.id !== was.second?.id)
    await sendToStaff(doing, assignmentMessage(doing, row, { officerId: became.second.id, part: 'second' }))
}
