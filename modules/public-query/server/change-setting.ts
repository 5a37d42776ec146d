import { holds, holdsFor, type Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeSetting as endpoint } from '../contract.ts'
import { refusals } from './refusals.ts'
import { saveSetting } from './setting-repository.ts'
import type { PublicQueryTables } from './tables.ts'

/** Sets how long results stay in public view; it holds at once, for cases closed long ago as well. */
export const changeSetting = defineAction<PublicQueryTables>()({
  name: 'public-query.changeSetting',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async run({ actor: doer, tx, now, about }, { shownDays }) {
    const actor = doer as Officer
    const { bureauCode } = actor
    about({ subject: `query-setting:${bureauCode}`, bureauCode, unitCode: bureauCode })
    if (!holdsFor(actor, bureauCode, bureauCode, 'administrator')) throw refusals.settingNotYours()
    await saveSetting(tx, { bureauCode, shownDays, now, by: actor })
    return { shownDays, setAt: now.toISOString(), setByName: actor.name }
  },
})
