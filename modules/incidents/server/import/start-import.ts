import { defineAction } from '#platform/server/action.ts'
import { startImport as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { isDispatcher, mayImport } from './import-access.ts'
import { aboutImport, importCard } from './import-card.ts'
import { holdImport, updateImport } from './import-repository.ts'

/** Lets the worker register the rows of a checked file, or go on where it stopped. */
export const startImport = defineAction<IncidentTables>()({
  name: 'incidents.startImport',
  input: endpoint.input,
  allowedTo: isDispatcher,

  async run({ actor, tx, now, about }, { importId }) {
    const row = mayImport(actor) ? await holdImport(tx, actor.bureauCode, importId) : undefined
    if (!row) throw refusals.importNotFound(importId)
    about(aboutImport(row))
    if (row.state === 'withdrawn') throw refusals.importWithdrawn()
    if (row.state !== 'checked' && row.state !== 'stopped') return importCard(row)
    return importCard(
      await updateImport(tx, row, { state: 'running', attempts: 0, run_after: now, started_at: row.started_at ?? now, ended_at: null }),
    )
  },
})
