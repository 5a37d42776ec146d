import { holds } from '#kernel/actor.ts'
import { pageOfRows, readCursor } from '#platform/server/cursor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listInvitations as endpoint } from '../../contract.ts'
import { invitationState } from '../../domain/invitation.ts'
import type { AccountTables } from '../tables.ts'
import { countInvitations, invitationsPage, personOf } from './invitation-repository.ts'

const limit = 50

/** Codes given out, the newest first, with who gave each to whom. */
export const listInvitations = defineQuery<AccountTables>()({
  name: 'accounts.listInvitations',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async read({ actor, db, now, vault }, { state, after }) {
    const [rows, count] = await Promise.all([
      invitationsPage(db, actor, { state, now, after: readCursor(after), limit: limit + 1 }),
      countInvitations(db, actor, { state, now }),
    ])
    const { shown, ...page } = pageOfRows({ rows, limit, count, placeOf: (row) => ({ at: row.made_at, id: row.id }) })
    return {
      ...page,
      rows: shown.map((row) => ({
        id: row.id,
        purpose: row.purpose,
        state: invitationState({ usedAt: row.used_at, withdrawnAt: row.withdrawn_at, expiresAt: row.expires_at }, now),
        policeNumber: row.police_number,
        name: row.officerName ?? personOf(vault, row)?.name ?? '',
        unitName: row.unitName,
        grants: row.grants.map(({ role, unitCode }) => ({ role, unitCode: unitCode as string })),
        invitedBy: row.inviterName === null ? null : { name: row.inviterName, policeNumber: row.inviterNumber ?? '' },
        madeAt: row.made_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        usedAt: row.used_at?.toISOString() ?? null,
      })),
    }
  },
})
