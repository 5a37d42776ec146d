import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { findSetting as endpoint } from '../contract.ts'
import { readSetting } from './setting-repository.ts'
import type { PublicQueryTables } from './tables.ts'

/** How long results stay in the public query of the administrator's bureau. */
export const findSetting = defineQuery<PublicQueryTables>()({
  name: 'public-query.findSetting',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),

  async read({ actor, db }) {
    const { setAt, ...setting } = await readSetting(db, actor.bureauCode)
    return { ...setting, setAt: setAt?.toISOString() ?? null }
  },
})
