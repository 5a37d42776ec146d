import { holds } from '#kernel/actor.ts'
import { readCursor, writeCursor } from '#platform/server/cursor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { countLimit } from '#platform/shared/page.ts'
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
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: await cardsOf({ open, vault, now }, shown),
      next: rows.length > limit && last ? writeCursor({ at: last.received_at, id: last.id }) : null,
      count: Math.min(count, countLimit),
      more: count > countLimit,
    }
  },
})
