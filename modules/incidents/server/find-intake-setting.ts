import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { findIntakeSetting as endpoint } from '../contract.ts'
import { intakeKeepers } from './intake-keepers.ts'
import { readIntakeSetting } from './intake-repository.ts'
import type { IncidentTables } from './tables.ts'

/** How far back a call is compared with earlier incidents, in the officer's bureau. */
export const findIntakeSetting = defineQuery<IncidentTables>()({
  name: 'incidents.findIntakeSetting',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...intakeKeepers),

  read: ({ actor, db }) => readIntakeSetting(db, actor.bureauCode),
})
