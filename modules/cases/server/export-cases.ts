import { holds } from '#kernel/actor.ts'
import { exportLimit, keepExport } from '#modules/audit/index.ts'
import type { PubClockTables } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { exportCases as endpoint } from '../contract.ts'
import { readers } from './case-repository.ts'
import { type CaseFilter, countCasesUpTo } from './list-queries.ts'
import type { CaseTables } from './tables.ts'

/** What may leave as a file now: the rows are read afterwards, a page at a time. */
export interface CaseExport {
  readonly filter: CaseFilter
  readonly isUnmasked: boolean
  readonly count: number
  readonly at: Date
}

/** Allows one file of the list and writes down who takes it along, of what, and why; before the first row leaves. */
export const exportCases = defineAction<CaseTables & PubClockTables>()({
  name: 'cases.exportCases',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async run(doing, { isUnmasked, reason, ...filter }): Promise<CaseExport> {
    const count = await countCasesUpTo(doing.tx, doing.actor, filter, { limit: exportLimit, now: doing.now })
    const mayUnmask = holds(doing.actor, 'officer', 'unit-head', 'case-centre', 'leader')
    await keepExport(doing, { list: 'cases', rowCount: count, isUnmasked, filter, reason, mayUnmask })
    return { filter, isUnmasked, count, at: doing.now }
  },
})
