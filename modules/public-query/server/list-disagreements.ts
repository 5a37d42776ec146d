import { holds } from '#kernel/actor.ts'
import { pageOfRows, readCursor } from '#platform/server/cursor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listDisagreements as endpoint } from '../contract.ts'
import { cardOf } from './disagreement-card.ts'
import { disagreementCount, disagreementPage } from './disagreement-queries.ts'
import { readers } from './disagreement-repository.ts'
import type { PublicQueryTables } from './tables.ts'

/** A page of what parties disagree with; what they wrote is not in a list. */
export const listDisagreements = defineQuery<PublicQueryTables>()({
  name: 'public-query.listDisagreements',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db }, { after, limit, ...filter }) {
    const rows = await disagreementPage(db, actor, filter, { after: readCursor(after), limit })
    const count = await disagreementCount(db, actor, filter)
    const { shown, ...page } = pageOfRows({ rows, limit, count, placeOf: (row) => ({ at: row.saidAt, id: row.id }) })
    return { ...page, rows: shown.map(cardOf) }
  },
})
