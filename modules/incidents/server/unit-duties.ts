import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { type IncidentCard, unitDuties as endpoint } from '../contract.ts'
import { cardsOf } from './incident-card.ts'
import { assistCounts, assistDuties } from './dispatch-queries.ts'
import { dutyCounts, dutyLimit, filingDuties, handOverDuties, openDuties, refusalDuties } from './list-queries.ts'
import type { IncidentTables } from './tables.ts'

const need = { overdue: 0, urgent: 1, 'due-soon': 2, normal: 3 } as const

const isUnsigned = ({ state }: IncidentCard) => state === 'received' || state === 'dispatched'

/** What nobody signed for comes first, the newest before; then by need, the longest waiting before. */
const byNeed = (one: IncidentCard, other: IncidentCard): number => {
  if (isUnsigned(one) !== isUnsigned(other)) return isUnsigned(one) ? -1 : 1
  if (isUnsigned(one)) return other.receivedAt.localeCompare(one.receivedAt)
  return need[one.response.level] - need[other.response.level] || one.receivedAt.localeCompare(other.receivedAt)
}

/** What waits on a unit's screens. Asked for every few seconds, so it reads small partial indexes, of what is open or owed, and nothing else. */
export const unitDuties = defineQuery<IncidentTables>()({
  name: 'incidents.unitDuties',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head', 'dispatcher'),

  async read({ actor, db, open, vault, now }) {
    const [opened, counts, assisted, assisting, filing, refusal, handOver] = await Promise.all([
      openDuties(db, actor),
      dutyCounts(db, actor),
      assistDuties(db, actor, dutyLimit),
      assistCounts(db, actor),
      filingDuties(db, actor),
      refusalDuties(db, actor),
      handOverDuties(db, actor),
    ])
    const led = await cardsOf({ open, vault, now }, [...opened, ...filing, ...refusal, ...handOver])
    const cards = [
      ...led.map((card) => ({ ...card, isAssisting: false })),
      ...(await cardsOf({ open, vault, now }, assisted)).map((card) => ({ ...card, isAssisting: true })),
    ]
    return {
      unsigned: counts.unsigned + assisting.unsigned,
      underWay: counts.underWay + assisting.underWay,
      awaitsFiling: filing.length,
      awaitsRefusal: refusal.length,
      awaitsHandOver: handOver.length,
      rows: cards.toSorted(byNeed),
      serverNow: now.toISOString(),
    }
  },
})
