import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { counted } from '#platform/shared/page.ts'
import { listOfficers as endpoint } from '../contract.ts'
import { countOfficers, officersPage } from './officers-queries.ts'
import type { AccountTables } from './tables.ts'

const pageSize = 50

/** Officers of the units that one administers, by police number. */
export const listOfficers = defineQuery<AccountTables>()({
  name: 'accounts.listOfficers',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async read({ actor, db, now }, filter) {
    const [found, total] = await Promise.all([
      officersPage(db, actor, { filter, now, limit: pageSize + 1 }),
      countOfficers(db, actor, filter),
    ])
    const rows = found.slice(0, pageSize).map((row) => ({ ...row, can: row.openSessions > 0 ? ['end-sessions' as const] : [] }))
    return {
      rows,
      next: found.length > pageSize ? (rows.at(-1)?.policeNumber ?? null) : null,
      ...counted(total),
    }
  },
})
