import { defineQuery } from '#platform/server/query.ts'
import { findImport as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { mayImport } from './import-access.ts'
import { importCard } from './import-card.ts'
import { importById } from './import-repository.ts'

/** How far one import of the own bureau came. */
export const findImport = defineQuery<IncidentTables>()({
  name: 'incidents.findImport',
  input: endpoint.input,
  allowedTo: mayImport,

  async read({ actor, db }, { importId }) {
    const row = await importById(db, actor.bureauCode, importId)
    if (!row) throw refusals.importNotFound(importId)
    return importCard(row)
  },
})
