import { holds } from '#kernel/actor.ts'
import { firstReceiptOf } from '#modules/cases/index.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { meetClock, moveClocks } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { fileIncident as endpoint } from '../contract.ts'
import { addStep, updateIncident } from './incident-repository.ts'
import { openFromIncident } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { spreadDisclosure } from './spread-disclosure.ts'
import { aboutIncident, subjectOf, takeUp } from './step.ts'
import { askedFiling, caseFiledRows, registrationRule } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** The unit head files the administrative case that the officer recorded; the notice of filing is there at once. */
export const fileIncident = defineAction<IncidentTables>()({
  name: 'incidents.fileCase',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const { row, isRepeat } = await takeUp(doing, input.incidentId, 'file-case')
    if (isRepeat && row.case_id && row.case_number)
      return {
        caseId: row.case_id,
        caseNumber: row.case_number,
        receiptId: (await firstReceiptOf(doing.open, row.bureau_code, row.case_id)) ?? '',
      }
    if (row.disposition !== 'administrative-case' || row.case_id) throw refusals.notAwaitingFiling(row.case_number)
    const time = factTime(
      {
        occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined,
        after: row.disposed_at ?? undefined,
        lateReason: input.lateReason,
      },
      now,
    )
    const asked = askedFiling(row, input)
    const opened = await openFromIncident(doing, row, asked, time)
    const { change, log } = caseFiledRows(doing, row, { time, lateReason: input.lateReason, opened, asked })
    if (!(await updateIncident(tx, row, 'disposed', change))) throw refusals.takenMeanwhile(row.id)
    doing.about(aboutIncident({ ...row, secrecy: asked.secrecy }))
    await spreadDisclosure(doing, { ...row, ...change })
    await addStep(tx, log)
    await meetClock(doing, {
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      rule: registrationRule,
      metAt: time.occurredAt,
    })
    await moveClocks(doing, {
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      access: { unitCode: row.unit_code as UnitCode, holderId: row.holder_id, secrecy: asked.secrecy },
    })
    return { caseId: opened.id, caseNumber: opened.number, receiptId: opened.receipt.id }
  },
})
