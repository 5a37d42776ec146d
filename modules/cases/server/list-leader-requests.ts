import { holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listLeaderRequests as endpoint } from '../contract.ts'
import { readsWhole } from '../domain/leader-request.ts'
import { aboutCase } from './about-case.ts'
import { findCase, readers } from './case-repository.ts'
import { leaderRequestsOf } from './leader-request-repository.ts'
import { type Asked, askedCell, handles } from './record-leader-request.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/** What leaders asked about a case that one may see; opening a record in full is written into the trail. */
export const listLeaderRequests = defineQuery<CaseTables>()({
  name: 'cases.listLeaderRequests',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, vault, about }, { caseId }) {
    const row = await findCase(db, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    const isSupervisor = holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'supervisor')
    const isHandling = handles(actor, row)
    const found = await leaderRequestsOf(db, row)
    const rows = found.map((one) => {
      const isWhole = readsWhole({ isHandling, isRecorder: one.by_id === actor.id, isSupervisor })
      return {
        id: one.id,
        kind: one.kind,
        way: one.way,
        occurredAt: one.occurred_at.toISOString(),
        recordedAt: one.recorded_at.toISOString(),
        isLateEntry: one.is_late_entry,
        byName: one.by_name,
        asked: isWhole ? (JSON.parse(vault.open(one.asked_sealed, askedCell(row.bureau_code, one.id))) as Asked) : null,
      }
    })
    // why: that a case has none is no secret, and the case page asks each time.
    if (rows.some(({ asked }) => asked !== null)) about(aboutCase(row))
    return { rows, canRecord: isHandling && holds(actor, 'officer', 'unit-head', 'legal-officer', 'leader') }
  },
})
