import { holds } from '#kernel/actor.ts'
import { pageOfRows, readCursor } from '#platform/server/cursor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listIncidents as endpoint } from '../contract.ts'
import { cardsOf } from './incident-card.ts'
import { readers } from './incident-repository.ts'
import { incidentCount, incidentPage } from './list-queries.ts'
import type { IncidentTables } from './tables.ts'

/** A page of the incidents one may see. */
export const listIncidents = defineQuery<IncidentTables>()({
  name: 'incidents.list',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, vault, now }, { after, limit, ...filter }) {
    const rows = await incidentPage(db, actor, filter, { after: readCursor(after), limit })
    const count = await incidentCount(db, actor, filter)
    const { shown, ...page } = pageOfRows({ rows, limit, count, placeOf: (row) => ({ at: row.received_at, id: row.id }) })
    return { ...page, rows: await cardsOf({ open, vault, now }, shown) }
  },
})
