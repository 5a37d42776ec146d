import { defineQuery } from '#platform/server/query.ts'
import { listImports as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { isDispatcher, mayImport } from './import-access.ts'
import { importCard } from './import-card.ts'
import { lastImports } from './import-repository.ts'

const shown = 20

/** The last imports of the own bureau. */
export const listImports = defineQuery<IncidentTables>()({
  name: 'incidents.listImports',
  input: endpoint.input,
  allowedTo: isDispatcher,

  async read({ actor, db }) {
    if (!mayImport(actor)) throw refusals.importNotYours()
    return { rows: (await lastImports(db, actor.bureauCode, shown)).map(importCard) }
  },
})
