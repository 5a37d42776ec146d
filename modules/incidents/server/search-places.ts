import { holds, type Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { searchPlaces as endpoint } from '../contract.ts'
import { placesLike } from './intake-repository.ts'
import type { IncidentTables } from './tables.ts'

/** The bureau's book of places, for typing ahead. */
export const searchPlaces = defineQuery<IncidentTables>()({
  name: 'incidents.searchPlaces',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head', 'administrator'),

  async read({ actor, db, open }, { typed, limit }) {
    const rows = await placesLike(db, { bureauCode: (actor as Officer).bureauCode, typed, limit })
    const names = await unitNames(
      open,
      rows.map((row) => row.unit_code as UnitCode),
    )
    return {
      rows: rows.map(({ id, name, location, unit_code }) => ({
        id,
        name,
        location,
        unitCode: unit_code,
        unitName: names.get(unit_code) ?? unit_code,
      })),
    }
  },
})
