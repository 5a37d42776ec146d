import { defineQuery } from '#platform/server/query.ts'
import { findImport as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { isDispatcher, mayImport } from './import-access.ts'
import { importCard } from './import-card.ts'
import { importById } from './import-repository.ts'

/** How far one import of the own bureau came. */
export const findImport = defineQuery<IncidentTables>()({
  name: 'incidents.findImport',
  input: endpoint.input,
  allowedTo: isDispatcher,

  async read({ actor, db }, { importId }) {
    const row = mayImport(actor) ? await importById(db, actor.bureauCode, importId) : undefined
    if (!row) throw refusals.importNotFound(importId)
    return importCard(row)
  },
})
