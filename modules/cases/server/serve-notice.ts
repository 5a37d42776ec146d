import { holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { type Clock, clocksOf, meetClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { serveNotice as endpoint } from '../contract.ts'
import { noticeServiceRule } from '../domain/stage.ts'
import { aboutCase } from './about-case.ts'
import { partySubject } from './case-clocks.ts'
import { holdCase } from './case-repository.ts'
import { noticeServedOn, serviceRow } from './move-rows.ts'
import { insertService, papersOf, servicesOf } from './paper-repository.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables, PaperRow } from './tables.ts'

const servers = ['officer', 'unit-head'] as const

/**
 * The notice of refusal reached a complainant: how, when and by whom is kept, and the three days owed to that one end.
 * law: each complainant is served, within three days of the refusal or of coming forward (程序规定 178).
 */
export const serveNotice = defineAction<CaseTables>()({
  name: 'cases.serveNotice',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...servers),

  async run(doing, { caseId, partyId, way, occurredAt, lateReason }) {
    const { actor, tx, now, inputHash } = doing
    const row = await holdCase(tx, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    const bureauCode = row.bureau_code as BureauCode
    doing.about(aboutCase(row))
    if (!holdsFor(actor, bureauCode, row.unit_code as UnitCode, ...servers)) throw refusals.moveNotYours('refuse', servers, 'unit')
    const repeated = (await servicesOf(tx, bureauCode, row.id)).find((one) => one.by_id === actor.id && one.input_hash.equals(inputHash))
    if (repeated) return { servedAt: repeated.served_at.toISOString() }
    const { notice, clock } = await noticeToServe(doing, row, partyId)
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: notice.issued_at, lateReason }, now)
    await insertService(tx, serviceRow(doing, notice, { way, lateReason, time }))
    await meetClock(doing, { bureauCode, subject: clock.subject, rule: noticeServiceRule, metAt: time.occurredAt })
    doing.emit(noticeServedOn(row, time.occurredAt))
    return { servedAt: time.occurredAt.toISOString() }
  },
})

interface Waiting {
  readonly notice: PaperRow
  readonly clock: Clock
}

/** The notice of this complainant; of nobody in particular, the one that still waits. */
async function noticeToServe({ open }: Doing, row: CaseRow, partyId: string | undefined): Promise<Waiting> {
  const notices = await papersOf(open.as<CaseTables>(), row.bureau_code, row.id)
  const subjectOfNotice = (notice: PaperRow) => partySubject(row.id, notice.party_id ?? '')
  const clocks = (await clocksOf(open, row.bureau_code, notices.map(subjectOfNotice))).filter(({ rule }) => rule === noticeServiceRule)
  const owed = notices.flatMap((notice) => {
    const clock = clocks.find(({ subject }) => subject === subjectOfNotice(notice))
    return clock && (partyId === undefined || notice.party_id === partyId) ? [{ notice, clock }] : []
  })
  const [waiting, another] = owed.filter(({ clock }) => clock.metAt === null)
  if (another) throw refusals.whoseNotice().at('partyId')
  if (waiting) return waiting
  const servedAt = owed.at(-1)?.clock.metAt
  throw servedAt ? refusals.noticeAlreadyServed(servedAt.toISOString()) : refusals.noticeNotDue(row.stage)
}
