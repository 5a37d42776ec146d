import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { type IncidentCard, unitDuties as endpoint } from '../contract.ts'
import { cardsOf } from './incident-card.ts'
import { dutyCounts, filingDuties, openDuties, refusalDuties } from './list-queries.ts'
import type { IncidentTables } from './tables.ts'

const need = { overdue: 0, urgent: 1, 'due-soon': 2, normal: 3 } as const

const isUnsigned = ({ state }: IncidentCard) => state === 'received' || state === 'dispatched'

/** What nobody signed for comes first, the newest before; then by need, the longest waiting before. */
const byNeed = (one: IncidentCard, other: IncidentCard): number => {
  if (isUnsigned(one) !== isUnsigned(other)) return isUnsigned(one) ? -1 : 1
  if (isUnsigned(one)) return other.receivedAt.localeCompare(one.receivedAt)
  return need[one.response.level] - need[other.response.level] || one.receivedAt.localeCompare(other.receivedAt)
}

/** What waits on a unit's screens. Asked for every few seconds, so it reads two small partial indexes and nothing else. */
export const unitDuties = defineQuery<IncidentTables>()({
  name: 'incidents.unitDuties',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head', 'dispatcher'),

  async read({ actor, db, open, vault, now }) {
    const [opened, counts, filing, refusal] = await Promise.all([
      openDuties(db, actor),
      dutyCounts(db, actor),
      filingDuties(db, actor),
      refusalDuties(db, actor),
    ])
    const cards = await cardsOf({ open, vault, now }, [...opened, ...filing, ...refusal])
    return {
      ...counts,
      awaitsFiling: filing.length,
      awaitsRefusal: refusal.length,
      rows: cards.toSorted(byNeed),
      serverNow: now.toISOString(),
    }
  },
})
