import { holds } from '#kernel/actor.ts'
import { exportLimit, keepExport } from '#modules/audit/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { exportIncidents as endpoint } from '../../contract.ts'
import { readers } from '../incident-repository.ts'
import { incidentCount, type IncidentFilter } from '../list-queries.ts'
import type { IncidentTables } from '../tables.ts'

/** What may leave as a file now: the rows are read afterwards, a page at a time. */
export interface IncidentExport {
  readonly filter: IncidentFilter
  readonly isUnmasked: boolean
  readonly count: number
  readonly at: Date
}

/** Allows one file of the list and writes down who takes it along, of what, and why; before the first row leaves. */
export const exportIncidents = defineAction<IncidentTables>()({
  name: 'incidents.exportIncidents',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async run(doing, { isUnmasked, reason, ...filter }): Promise<IncidentExport> {
    const count = await incidentCount(doing.tx, doing.actor, filter, exportLimit)
    const mayUnmask = holds(doing.actor, 'dispatcher', 'officer', 'unit-head', 'case-centre')
    await keepExport(doing, { list: 'incidents', rowCount: count, isUnmasked, filter, reason, mayUnmask })
    return { filter, isUnmasked, count, at: doing.now }
  },
})
