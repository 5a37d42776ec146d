import { holds } from '#kernel/actor.ts'
import { officerByPoliceNumber } from '#modules/accounts/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listAudit as endpoint } from '../contract.ts'
import { narrowed, pageOfEntries, readers, visibleEntries } from './audit-queries.ts'
import type { AuditTables } from './tables.ts'
import { trailPage, withExports } from './trail-page.ts'

const dayMs = 86_400_000
const usualPage = 50
/** Belongs to nobody. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Who did, read or was refused what, in the units that one supervises. */
export const listAudit = defineQuery<AuditTables>()({
  name: 'audit.list',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),
  async read({ actor, db, now, open, vault }, { days, after, limit = usualPage, policeNumber, ...filter }) {
    const since = days === undefined ? undefined : new Date(now.getTime() - days * dayMs)
    const named = policeNumber === undefined ? undefined : ((await officerByPoliceNumber(open, policeNumber))?.id ?? nobody)
    const byName = named === undefined ? {} : { officerId: named }
    const entries = narrowed(narrowed(visibleEntries(db, actor), { ...filter, since }), byName)
    const page = await trailPage(open, await pageOfEntries(db, entries, { after, limit }))
    return { ...page, rows: await withExports({ open, vault }, page.rows) }
  },
})
