import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineTemplate, sendToStaff, type StaffMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow } from './tables.ts'

const incidentDispatchedMessage = defineTemplate({
  id: 'incidents.dispatched',
  version: 1,
  zh: ({ number }) => `新警情 ${number}，请签收。`,
  en: ({ number }) => `New incident ${number}: sign for it.`,
})

const proposedMessage = defineTemplate({
  id: 'incidents.case-proposed',
  version: 1,
  zh: ({ number }) => `警情 ${number} 应作为行政案件立案，请立即办理。`,
  en: ({ number }) => `Incident ${number} is to be filed as an administrative case: act at once.`,
})

const aboutIncident = (row: IncidentRow): Pick<StaffMessage, 'parameters' | 'bureauCode' | 'subject' | 'path'> => ({
  parameters: { number: row.number },
  bureauCode: row.bureau_code as BureauCode,
  subject: subjectOf(row.id),
  path: `/staff/incidents/${row.id}`,
})

/** To the unit's officers; a second dispatch to the same unit tells them again. */
export const dispatchedMessage = (row: IncidentRow, unitCode: UnitCode, now: Date): StaffMessage => ({
  ...aboutIncident(row),
  template: incidentDispatchedMessage,
  unitCode,
  role: 'officer',
  reference: `dispatched:${row.id}:${now.getTime()}`,
})

export const caseProposedMessage = (row: IncidentRow): StaffMessage => ({
  ...aboutIncident(row),
  template: proposedMessage,
  unitCode: row.unit_code as UnitCode,
  role: 'unit-head',
  reference: `case-proposed:${row.id}`,
})

export const tellDispatched = (doing: Doing, row: IncidentRow, unitCode: UnitCode): Promise<unknown> =>
  sendToStaff(doing, dispatchedMessage(row, unitCode, doing.now))

export const tellCaseProposed = (doing: Doing, row: IncidentRow): Promise<unknown> => sendToStaff(doing, caseProposedMessage(row))

const callAddedTemplate = defineTemplate({
  id: 'incidents.call-added',
  version: 1,
  zh: ({ number }) => `警情 ${number} 又有来电，请查看经过。`,
  en: ({ number }) => `There was another call about incident ${number}: read its history.`,
})

/** To the officers of the unit that answers. */
export const tellCallAdded = (doing: Doing, row: IncidentRow, callId: string): Promise<unknown> =>
  sendToStaff(doing, {
    ...aboutIncident(row),
    template: callAddedTemplate,
    unitCode: row.unit_code as UnitCode,
    role: 'officer',
    reference: `call-added:${callId}`,
  })
