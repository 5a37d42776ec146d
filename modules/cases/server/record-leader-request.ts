import { type Actor, holds, type Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { recordLeaderRequest as endpoint } from '../contract.ts'
import { aboutCase } from './about-case.ts'
import { holdCase } from './case-repository.ts'
import { insertLeaderRequest, leaderRequestsOf } from './leader-request-repository.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

/** The officers who handle the case now. */
export const handles = (actor: Actor, row: Pick<CaseRow, 'holder_id' | 'second_id'>): boolean =>
  actor.id === row.holder_id || actor.id === row.second_id

export interface Asked {
  readonly leaderName: string
  readonly leaderPost: string
  readonly what: string
}

export const askedCell = (bureauCode: string, id: string) => ({ bureauCode, table: 'cases.leader_request', column: 'asked', id })

/** 领导干部过问案件记录: written by an officer who handles the case, for good. Nobody learns of it but who opens the case. */
export const recordLeaderRequest = defineAction<CaseTables>()({
  name: 'cases.recordLeaderRequest',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head', 'legal-officer', 'leader'),

  async run(doing, { caseId, id, kind, way, leaderName, leaderPost, what, occurredAt, lateReason }) {
    const { tx, now, vault, inputHash } = doing
    const officer = doing.actor as Officer
    const row = await holdCase(tx, officer, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    doing.about(aboutCase(row))
    if (!handles(officer, row)) throw refusals.requestNotYours()
    const known = (await leaderRequestsOf(tx, row)).find((one) => one.id === id)
    if (known?.by_id === officer.id && known.input_hash.equals(inputHash)) return { id }
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, lateReason }, now)
    const asked: Asked = { leaderName, leaderPost, what }
    const isNew = await insertLeaderRequest(tx, {
      bureau_code: row.bureau_code,
      id,
      case_id: row.id,
      kind,
      way,
      asked_sealed: vault.seal(JSON.stringify(asked), askedCell(row.bureau_code, id)),
      occurred_at: time.occurredAt,
      recorded_at: now,
      is_late_entry: time.isLateEntry,
      late_reason: lateReason ?? null,
      by_id: officer.id,
      by_name: officer.name,
      input_hash: inputHash,
    })
    if (!isNew) throw houseRefusals.sameIdOtherContent()
    return { id }
  },
})
