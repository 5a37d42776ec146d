import type { PubClockTables } from '#modules/deadlines/index.ts'
import { holds } from '#kernel/actor.ts'
import { pageOfRows, readCursor } from '#platform/server/cursor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listCases as endpoint } from '../contract.ts'
import { cardsOf } from './case-card.ts'
import { readers } from './case-repository.ts'
import { caseCount, casePage } from './list-queries.ts'
import type { CaseTables } from './tables.ts'

/** A page of the cases one may see. The matter is shown as written; names and phones are not in a list. */
export const listCases = defineQuery<CaseTables & PubClockTables>()({
  name: 'cases.list',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, now }, { after, limit, ...filter }) {
    const rows = await casePage(db, actor, filter, { after: readCursor(after), limit, now })
    const count = await caseCount(db, actor, filter, now)
    const { shown, ...page } = pageOfRows({ rows, limit, count, placeOf: (row) => ({ at: row.opened_at, id: row.id }) })
    return { ...page, rows: await cardsOf(open, shown, now) }
  },
})
