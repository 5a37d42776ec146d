import { holds, type Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { Vault } from '#platform/server/vault.ts'
import { findSimilar as endpoint, type Similar } from '../contract.ts'
import { likePlace, placeLikeness } from '../domain/likeness.ts'
import { readIntakeSetting, recentFromPhone, recentIncidents } from './intake-repository.ts'
import { mayKnowCallers } from './may-know-callers.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

const shownAtMost = 5
const hourMs = 3_600_000

interface Found {
  readonly row: IncidentRow
  readonly isPhone: boolean
  /** 0 where the place was not compared or is another. */
  readonly likeness: number
}

/**
 * Recent incidents that a call being typed may be about. Nothing that the officer may not see, and no phone of who asked for secrecy.
 * It tells whether a phone called, as looking it up does, and is written into the trail like that.
 */
export const findSimilar = defineQuery<IncidentTables>()({
  name: 'incidents.findSimilar',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head'),

  async read({ actor, db, open, vault, now, about }, { phone, place }) {
    const officer = actor as Officer
    const { bureauCode, unitCode } = officer
    about({ subject: `unit:${unitCode}`, bureauCode, unitCode })
    const { duplicateHours: hours } = await readIntakeSetting(db, bureauCode)
    const since = new Date(now.getTime() - hours * hourMs)
    const called = phone ? await recentFromPhone(db, officer, since, vault.hash('phone', phone)) : []
    const known = await Promise.all(called.map((row) => mayKnowCallers(open, actor, row)))
    const found = new Map(called.filter((_, index) => known[index]).map((row) => [row.id, { row, isPhone: true, likeness: 0 }]))
    for (const row of place ? await recentIncidents(db, officer, since) : []) {
      const likeness = placeLikeness(placeOf(vault, row), place ?? '')
      if (likeness >= likePlace) found.set(row.id, { row, isPhone: found.has(row.id), likeness })
    }
    const shown = [...found.values()].toSorted(byLikelihood).slice(0, shownAtMost)
    const names = await unitNames(
      open,
      shown.map(({ row }) => row.unit_code as UnitCode),
    )
    return { hours, rows: shown.map((one) => similar(one, vault, names.get(one.row.unit_code) ?? one.row.unit_code)) }
  },
})

/** The same phone at the same place first, then the same phone, then the likeliest place, then the newest. */
const byLikelihood = (one: Found, other: Found): number =>
  Number(other.isPhone) - Number(one.isPhone) ||
  other.likeness - one.likeness ||
  other.row.received_at.getTime() - one.row.received_at.getTime()

const placeOf = (vault: Vault, row: IncidentRow): string =>
  vault.open(row.place_sealed, { bureauCode: row.bureau_code, table: 'incidents.incident', column: 'place', id: row.id })

const similar = ({ row, isPhone, likeness }: Found, vault: Vault, unitName: string): Similar => ({
  id: row.id,
  number: row.number,
  state: row.state,
  category: row.category,
  place: placeOf(vault, row),
  summary: row.summary,
  unitName,
  receivedAt: row.received_at.toISOString(),
  because: [...(isPhone ? (['phone'] as const) : []), ...(likeness > 0 ? (['place'] as const) : [])],
})
