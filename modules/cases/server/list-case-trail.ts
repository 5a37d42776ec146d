import { type Actor, holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { trailOf } from '#modules/audit/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listCaseTrail as endpoint } from '../contract.ts'
import { subjectOf } from './case-clocks.ts'
import { findCase, readers } from './case-repository.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

const overseers = ['unit-head', 'supervisor', 'leader', 'case-centre'] as const

/** Who looked is for those who answer for the case: its two investigators, and who leads, supervises or manages cases. */
export const seesTrail = (actor: Actor, row: Pick<CaseRow, 'bureau_code' | 'unit_code' | 'holder_id' | 'second_id'>): boolean =>
  actor.id === row.holder_id ||
  actor.id === row.second_id ||
  holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...overseers)

/** Who looked at a case and who acted on it, the newest first. */
export const listCaseTrail = defineQuery<CaseTables>()({
  name: 'cases.listTrail',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open }, { caseId, after, limit = 50 }) {
    const row = await findCase(db, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    if (!seesTrail(actor, row)) throw refusals.trailNotYours()
    return trailOf(open, row.bureau_code as BureauCode, subjectOf(row.id), { after, limit })
  },
})
