import { defineAction } from '#platform/server/action.ts'
import { withdrawImport as endpoint } from '../../contract.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { isDispatcher, mayImport } from './import-access.ts'
import { aboutImport, importCard } from './import-card.ts'
import { deleteBatches, holdImport, updateImport } from './import-repository.ts'

/** Gives up a file that was not started or that stands still, and removes the rows that are left. What is registered stays registered. */
export const withdrawImport = defineAction<IncidentTables>()({
  name: 'incidents.withdrawImport',
  input: endpoint.input,
  allowedTo: isDispatcher,

  async run({ actor, tx, now, about }, { importId }) {
    const row = mayImport(actor) ? await holdImport(tx, actor.bureauCode, importId) : undefined
    if (!row) throw refusals.importNotFound(importId)
    about(aboutImport(row))
    if (row.state === 'withdrawn') return importCard(row)
    if (row.state !== 'checked' && row.state !== 'stopped') throw refusals.importStarted()
    await deleteBatches(tx, row)
    return importCard(await updateImport(tx, row, { state: 'withdrawn', ended_at: now }))
  },
})
