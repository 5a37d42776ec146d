import { defineTemplate, sendToStaff } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { lateAfterMinutes } from '#platform/server/fact-time.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { categoryOf } from '../domain/category.ts'
import type { Grade } from '../domain/incident-state.ts'
import { registrationById, insertIncident, addStep, nobody } from './incident-repository.ts'
import { incidentRow, incidentSeries, numberIn } from './incident-row.ts'
import { refusals } from './refusals.ts'
import { type Hand, subjectOf } from './step.ts'
import { receivedRows } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** What a citizen reported on the web, with the phone confirmed by code. */
export interface OnlineReport {
  /** The incident's id too, so that a report becomes one incident however often it is handed over. */
  readonly id: string
  readonly category: string
  /** Where the category's usual grade would be too low. */
  readonly grade?: Grade | undefined
  readonly sensitivity: 'none' | 'domestic' | 'sexual' | 'minor'
  readonly summary: string
  readonly place: string
  readonly reporterName: string
  /** A mobile number of eleven digits. */
  readonly reporterPhone: string
  /** When the phone was confirmed. */
  readonly receivedAt: Date
}

const reportedOnline = defineTemplate({
  id: 'incidents.reported-online',
  version: 1,
  zh: ({ number }) => `网上报案 ${number}，请查看并派警。`,
  en: ({ number }) => `Online report ${number}: read and dispatch it.`,
})

const waitedReason = '网上报案确认后，系统未能及时登记'

/** Registers a report at the bureau's desk and tells its dispatchers, in the transaction of the caller. */
export async function registerOnlineReport(doing: Doing, report: OnlineReport): Promise<{ number: string }> {
  const { open, now } = doing
  const { bureauCode } = doing.actor
  const tx = open.as<IncidentTables>()
  const known = await registrationById(tx, bureauCode, report.id)
  if (known) return { number: known.number }
  const category = categoryOf(report.category)
  if (!category) throw refusals.unknownCategory()
  const isLateEntry = now.getTime() - report.receivedAt.getTime() > lateAfterMinutes * 60_000
  const time = { occurredAt: report.receivedAt, isLateEntry }
  // why: no officer took it; the history says by what way it came, and its reporter stands sealed in the incident.
  const reporter: Hand = { id: nobody, name: '网上报案', unitCode: bureauCode, bureauCode }
  const registering = { ...doing, actor: reporter }
  const series = incidentSeries(bureauCode, now)
  const input = { ...report, source: 'online', grade: report.grade ?? category.grade } as const
  const row = incidentRow(registering, input, { time, number: numberIn(series, await nextNumber(open, series)) })
  if (!(await insertIncident(tx, row))) throw houseRefusals.sameIdOtherContent()
  const received = receivedRows(registering, row, { time, lateReason: isLateEntry ? waitedReason : undefined })
  await addStep(tx, received.log)
  doing.emit(received.event)
  await sendToStaff(doing, {
    reference: `reported-online:${row.id}`,
    template: reportedOnline,
    parameters: { number: row.number },
    bureauCode,
    unitCode: bureauCode,
    role: 'dispatcher',
    subject: subjectOf(row.id),
    path: `/staff/incidents/${row.id}`,
  })
  return { number: row.number }
}
