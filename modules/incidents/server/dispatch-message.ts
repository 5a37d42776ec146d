import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineTemplate, sendToStaff } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow } from './tables.ts'

const incidentDispatchedMessage = defineTemplate({
  id: 'incidents.dispatched',
  version: 1,
  zh: ({ number }) => `新警情 ${number}，请签收。`,
  en: ({ number }) => `New incident ${number}: sign for it.`,
})

const caseProposedMessage = defineTemplate({
  id: 'incidents.case-proposed',
  version: 1,
  zh: ({ number }) => `警情 ${number} 应作为行政案件立案，请立即办理。`,
  en: ({ number }) => `Incident ${number} is to be filed as an administrative case: act at once.`,
})

const tell = (doing: Doing, row: IncidentRow, unitCode: UnitCode, how: Pick<Parameters<typeof sendToStaff>[1], 'template' | 'role' | 'reference'>) =>
  sendToStaff(doing, {
    ...how,
    parameters: { number: row.number },
    bureauCode: row.bureau_code as BureauCode,
    unitCode,
    subject: subjectOf(row.id),
    path: `/staff/incidents/${row.id}`,
  })

/** Tells the unit's officers; a second dispatch to the same unit tells them again. */
export const tellDispatched = (doing: Doing, row: IncidentRow, unitCode: UnitCode): Promise<unknown> =>
  tell(doing, row, unitCode, { template: incidentDispatchedMessage, role: 'officer', reference: `dispatched:${row.id}:${doing.now.getTime()}` })

export const tellCaseProposed = (doing: Doing, row: IncidentRow): Promise<unknown> =>
  tell(doing, row, row.unit_code as UnitCode, { template: caseProposedMessage, role: 'unit-head', reference: `case-proposed:${row.id}` })
