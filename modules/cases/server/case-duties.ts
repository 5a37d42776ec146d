import { holds } from '#kernel/actor.ts'
import type { PubClockTables } from '#modules/deadlines/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { caseDuties as endpoint } from '../contract.ts'
import { cardsOf } from './case-card.ts'
import { readers } from './case-repository.ts'
import { awaitingLeader, caseCount, casePage } from './list-queries.ts'
import type { CaseTables } from './tables.ts'

const shown = 8

/** What the home page asks: decisions that wait for me, else what is overdue in my scope. */
export const caseDuties = defineQuery<CaseTables & PubClockTables>()({
  name: 'cases.duties',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, now }) {
    const decides = holds(actor, 'leader')
    const awaiting = decides ? await caseCount(db, actor, { kind: 'criminal', stage: 'accepted' }, now) : 0
    const overdue = await caseCount(db, actor, { level: 'overdue' }, now)
    const rows = decides
      ? await awaitingLeader(db, actor, shown)
      : await casePage(db, actor, { level: 'overdue' }, { after: null, limit: shown - 1, now })
    return { awaiting, overdue, rows: await cardsOf(open, rows, now) }
  },
})
