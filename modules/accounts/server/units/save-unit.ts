import { defineAction } from '#platform/server/action.ts'
import { saveUnit as endpoint } from '../../contract.ts'
import { faultsOf, type UnitFault } from '../../domain/unit-file.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { unitsOfBureau, writeUnits } from '../unit-repository.ts'
import { aboutBureau, administersBureau } from './administers-bureau.ts'
import { foreignCodes } from './take-units.ts'

// why: the form's own schema has checked the rest.
const refusalOf: Partial<Record<UnitFault, () => Error>> = {
  code: () => refusals.unitCodeNotInBureau().at('code'),
  'parent-unknown': () => refusals.unitNotYours().at('parentCode'),
  'parent-circle': () => refusals.unitInCircle().at('parentCode'),
}

/** Adds one unit to the bureau, or corrects it. */
export const saveUnit = defineAction<AccountTables>()({
  name: 'accounts.saveUnit',
  input: endpoint.input,
  allowedTo: administersBureau,
  async run({ actor, tx, about }, unit) {
    const { bureauCode } = actor
    about(aboutBureau(actor))
    const there = await unitsOfBureau(tx, bureauCode)
    const parents = new Map(there.map(({ code, parentCode }) => [code as string, parentCode as string | null]))
    const [found] = faultsOf(unit, [unit], { bureauCode, parents })
    if (found) throw refusalOf[found.fault]?.() ?? refusals.unitCodeNotInBureau().at('code')
    if ((await foreignCodes(tx, bureauCode, [unit])).size > 0) throw refusals.unitCodeNotInBureau().at('code')
    await writeUnits(tx, bureauCode, [{ ...unit, nameEn: unit.nameEn || unit.nameZh }])
    return {}
  },
})
