import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { counted } from '#platform/shared/page.ts'
import { listOfficers as endpoint } from '../contract.ts'
import { inTime, type ReachingGrant } from './grants-queries.ts'
import { countOfficers, officersPage } from './officers-queries.ts'
import type { AccountTables } from './tables.ts'

const pageSize = 50

const givenRole = ({ role, unitCode, onBehalfOf, untilAt }: ReachingGrant) => ({
  role,
  unitCode: unitCode as string,
  ...(onBehalfOf !== null && untilAt !== null && { onBehalfOf, untilAt: new Date(untilAt).toISOString() }),
})

interface Standing {
  readonly id: string
  readonly isActive: boolean
  readonly openSessions: number
  readonly hasSecondFactor: boolean
}

/** What the administrator may do about an officer; what touches rights and keys, never about oneself. */
function actsOn({ id, isActive, openSessions, hasSecondFactor }: Standing, actorId: string) {
  const isOther = id !== actorId
  return [
    'change' as const,
    ...(openSessions > 0 ? ['end-sessions' as const] : []),
    ...(isOther ? ['set-grants' as const, isActive ? ('deactivate' as const) : ('reactivate' as const)] : []),
    ...(isOther && isActive ? ['renew-sign-in' as const] : []),
    ...(isOther && hasSecondFactor ? ['reset-second-factor' as const] : []),
  ]
}

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
    const rows = found
      .slice(0, pageSize)
      .map((row) => ({ ...row, grants: inTime(row.grants, now).map(givenRole), can: actsOn(row, actor.id) }))
    return {
      rows,
      next: found.length > pageSize ? (rows.at(-1)?.policeNumber ?? null) : null,
      ...counted(total),
    }
  },
})
