import { holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { clocksOf, meetClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { serveNotice as endpoint } from '../contract.ts'
import { noticeServiceRule } from '../domain/stage.ts'
import { aboutCase } from './about-case.ts'
import { partySubject, subjectOf } from './case-clocks.ts'
import { holdCase } from './case-repository.ts'
import { noticeServedOn } from './move-rows.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

const servers = ['officer', 'unit-head'] as const

/** The notice of refusal was handed to the complainant: its three-day clock ends. */
export const serveNotice = defineAction<CaseTables>()({
  name: 'cases.serveNotice',
  input: endpoint.input,
  allowedTo: (actor) => actor.kind === 'officer' && actor.grants.some((grant) => servers.some((role) => role === grant.role)),

  async run(doing, { caseId, partyId, occurredAt, lateReason }) {
    const { actor, tx, now, open } = doing
    const row = await holdCase(tx, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    const bureauCode = row.bureau_code as BureauCode
    const unitCode = row.unit_code as UnitCode
    doing.about(aboutCase(row))
    if (!holdsFor(actor, bureauCode, unitCode, ...servers)) throw refusals.moveNotYours('refuse', servers, 'unit')
    // law: a complainant who came forward after the refusal is served by itself, within three days of its own (178).
    const subject = partyId === undefined ? subjectOf(row.id) : partySubject(row.id, partyId)
    const clocks = await clocksOf(open, bureauCode, [subject])
    const clock = clocks.find((one) => one.rule === noticeServiceRule)
    if (!clock) throw refusals.noticeNotDue(row.stage)
    if (clock.metAt) throw refusals.noticeAlreadyServed(clock.metAt.toISOString())
    const fact = factTime(
      {
        occurredAt: occurredAt ? new Date(occurredAt) : undefined,
        after: partyId === undefined ? row.stage_since : clock.startedAt,
        lateReason,
      },
      now,
    )
    await meetClock(doing, { bureauCode, subject, rule: noticeServiceRule, metAt: fact.occurredAt })
    doing.emit(noticeServedOn(row, fact.occurredAt))
    return { servedAt: fact.occurredAt.toISOString() }
  },
})
