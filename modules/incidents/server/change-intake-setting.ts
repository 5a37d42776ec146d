import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeIntakeSetting as endpoint } from '../contract.ts'
import { intakeKeepers, keptBureau } from './intake-keepers.ts'
import { readIntakeSetting, saveIntakeSetting } from './intake-repository.ts'
import type { IncidentTables } from './tables.ts'

/** Sets how far back a call is compared with earlier incidents; it holds from the next call on. */
export const changeIntakeSetting = defineAction<IncidentTables>()({
  name: 'incidents.changeIntakeSetting',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...intakeKeepers),

  async run(doing, { duplicateHours }) {
    const { bureauCode, id, name } = keptBureau(doing)
    await saveIntakeSetting(doing.tx, {
      bureau_code: bureauCode,
      duplicate_hours: duplicateHours,
      set_by: id,
      set_by_name: name,
      set_at: doing.now,
    })
    return readIntakeSetting(doing.tx, bureauCode)
  },
})
