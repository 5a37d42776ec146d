import type { Officer } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { myDelegations as endpoint } from '../../contract.ts'
import { type DelegableRole, delegationState } from '../../domain/delegation.ts'
import { allowSignedIn, signedIn } from '../allow-signed-in.ts'
import type { AccountTables } from '../tables.ts'
import { delegationsOf } from './delegation-repository.ts'

export async function delegationCards(db: Parameters<typeof delegationsOf>[0], officer: Officer, now: Date) {
  const rows = await delegationsOf(db, officer, now)
  return {
    rows: rows.map((row) => {
      const state = delegationState({ from: row.from_at, until: row.until_at, endedAt: row.ended_at }, now)
      return {
        id: row.id,
        role: row.role as DelegableRole,
        unitName: row.unitName,
        from: { name: row.giverName, policeNumber: row.giverNumber },
        to: { name: row.receiverName, policeNumber: row.receiverNumber },
        fromAt: row.from_at.toISOString(),
        untilAt: row.until_at.toISOString(),
        reason: row.reason,
        state,
        isMine: row.from_officer === officer.id,
        canEnd: state === 'coming' || state === 'running',
      }
    }),
  }
}

/** What I have handed to others, and what I hold for others. */
export const myDelegations = defineQuery<AccountTables>()({
  name: 'accounts.myDelegations',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: ({ db, actor, now }) => delegationCards(db, signedIn(actor), now),
})
