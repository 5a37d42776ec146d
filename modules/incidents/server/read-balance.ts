import { holds, type Officer } from '#kernel/actor.ts'
import { day as dayFrom, dayOf } from '#kernel/beijing-time.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { readBalance as endpoint } from '../contract.ts'
import { drawBalance, isBalanced } from './draw-balance.ts'
import { readers } from './incident-repository.ts'
import type { IncidentTables } from './tables.ts'

/** The daily balance of the own bureau, of what the officer may see. */
export const readBalance = defineQuery<IncidentTables>()({
  name: 'incidents.readBalance',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, open, now }, { day }) {
    const { bureauCode } = actor as Officer
    const today = dayOf(now)
    const balance = await drawBalance(open, { bureauCode, day: day === undefined ? today : dayFrom(day), actor }, now)
    const { units, totals, sum, misplaced } = balance.tally
    const names = await unitNames(
      open,
      units.map(({ unitCode }) => unitCode as UnitCode),
    )
    return {
      ...balance,
      today,
      units: units.map((unit) => ({ ...unit, unitName: names.get(unit.unitCode) ?? unit.unitCode })),
      totals,
      sum,
      misplaced,
      faults: [...balance.faults],
      isBalanced: isBalanced(balance),
    }
  },
})
