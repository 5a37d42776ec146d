import { defineQuery } from '#platform/server/query.ts'
import { listImports as endpoint } from '../../contract.ts'
import type { IncidentTables } from '../tables.ts'
import { mayImport } from './import-access.ts'
import { importCard } from './import-card.ts'
import { lastImports } from './import-repository.ts'

const shown = 20

/** The last imports of the own bureau. */
export const listImports = defineQuery<IncidentTables>()({
  name: 'incidents.listImports',
  input: endpoint.input,
  allowedTo: mayImport,
  read: async ({ actor, db }) => ({ rows: (await lastImports(db, actor.bureauCode, shown)).map(importCard) }),
})
