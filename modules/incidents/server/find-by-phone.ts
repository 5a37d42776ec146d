import { holds, type Officer } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { findByPhone as endpoint } from '../contract.ts'
import { cardsOf } from './incident-card.ts'
import { incidentsFromPhone } from './list-queries.ts'
import { mayKnowCallers } from './may-know-callers.ts'
import type { IncidentTables } from './tables.ts'

/** The incidents that one phone called about, first or later, newest first. Looking a person up is written into the trail, without the number. */
export const findByPhone = defineQuery<IncidentTables>()({
  name: 'incidents.findByPhone',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head', 'case-centre'),

  async read({ actor, db, open, vault, now, about }, { phone }) {
    const { bureauCode, unitCode } = actor as Officer
    about({ subject: `unit:${unitCode}`, bureauCode, unitCode })
    const rows = await incidentsFromPhone(db, actor as Officer, vault.hash('phone', phone))
    // law: a call whose caller asked for secrecy is not found by their number either (PROC-CRIM 173, PROC-ADMIN 63).
    const known = await Promise.all(rows.map((row) => mayKnowCallers(open, actor, row)))
    return {
      rows: await cardsOf(
        { open, vault, now },
        rows.filter((_, index) => known[index]),
      ),
    }
  },
})
