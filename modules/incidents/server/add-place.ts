import { holds } from '#kernel/actor.ts'
import { unitCode as asUnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { pinyinLetters } from '#platform/shared/pinyin-letters.ts'
import { addPlace as endpoint } from '../contract.ts'
import { intakeKeepers, keptBureau } from './intake-keepers.ts'
import { insertPlace, placeById } from './intake-repository.ts'
import { refusals } from './refusals.ts'
import type { IncidentTables, PlaceRow } from './tables.ts'

/** Adds a place to the bureau's book, with the unit whose beat it is on. */
export const addPlace = defineAction<IncidentTables>()({
  name: 'incidents.addPlace',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...intakeKeepers),

  async run(doing, { id, name, location, unitCode, longitude, latitude }) {
    const { tx, open, now } = doing
    const officer = keptBureau(doing)
    const unit = await unitByCode(open, asUnitCode(unitCode))
    if (!unit || unit.bureauCode !== officer.bureauCode || unit.kind === 'bureau') throw refusals.unitNotFound(unitCode).at('unitCode')
    const row: PlaceRow = {
      bureau_code: officer.bureauCode,
      id,
      name,
      location,
      letters: `${pinyinLetters(name)} ${pinyinLetters(location)}`,
      unit_code: unitCode,
      longitude: longitude ?? null,
      latitude: latitude ?? null,
      added_by: officer.id,
      added_by_name: officer.name,
      added_at: now,
      removed_at: null,
    }
    if (!(await insertPlace(tx, row)) && !isSame(row, await placeById(tx, officer.bureauCode, id))) throw houseRefusals.sameIdOtherContent()
    return { id }
  },
})

const content = ({ name, location, unit_code, longitude, latitude, added_by }: PlaceRow) =>
  JSON.stringify([name, location, unit_code, longitude, latitude, added_by])

const isSame = (row: PlaceRow, known: PlaceRow | undefined): boolean => known !== undefined && content(known) === content(row)
