import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { defineTemplate, sendToStaff, type StaffMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { sentTo } from './dispatch-queries.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

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

const assistMessage = defineTemplate({
  id: 'incidents.sent-to-assist',
  version: 1,
  zh: ({ number }) => `协助处置警情 ${number}，请签收。`,
  en: ({ number }) => `Assist in incident ${number}: sign for it.`,
})

const leadMessage = defineTemplate({
  id: 'incidents.leads-now',
  version: 1,
  zh: ({ number }) => `警情 ${number} 现由本单位主办。`,
  en: ({ number }) => `Your unit leads incident ${number} now.`,
})

const recalledMessage = defineTemplate({
  id: 'incidents.recalled',
  version: 1,
  zh: ({ number }) => `警情 ${number} 已撤回，本单位不用再去。`,
  en: ({ number }) => `Incident ${number} was taken back; your unit need not go.`,
})

const mergedMessage = defineTemplate({
  id: 'incidents.merged-into-another',
  version: 1,
  zh: ({ number, into }) => `警情 ${number} 已并入 ${into}，由那一件的主办单位办理；本单位听指挥中心安排。`,
  en: ({ number, into }) => `Incident ${number} was merged into ${into}, which its own unit deals with; the desk will say what yours does.`,
})

const receivedOnMessage = defineTemplate({
  id: 'incidents.received-by-hand-on',
  version: 1,
  zh: ({ number, from, times }) => `警情 ${number} 由${from}转办到本单位（第 ${times} 次转办），请签收。`,
  en: ({ number, from, times }) => `Incident ${number} was handed on to your unit by ${from} (hand-on no. ${times}): sign for it.`,
})

const handedOnMessage = defineTemplate({
  id: 'incidents.handed-on',
  version: 1,
  zh: ({ number, from, to, times }) => `警情 ${number} 由${from}转办给${to}，第 ${times} 次转办。`,
  en: ({ number, from, to, times }) => `Incident ${number} was handed on by ${from} to ${to}, hand-on no. ${times}.`,
})

interface SentUnit {
  readonly unit: UnitCode
  readonly isLead: boolean
}

/** To the unit's officers; a second dispatch to the same unit tells them again. */
export const dispatchedMessage = (row: IncidentRow, { unit, isLead }: SentUnit, now: Date): StaffMessage => ({
  ...aboutIncident(row),
  template: isLead ? incidentDispatchedMessage : assistMessage,
  unitCode: unit,
  role: 'officer',
  reference: `dispatched:${row.id}:${unit}:${now.getTime()}`,
})

/** `correctedAt`: proposed in the place of another outcome, which is told anew. */
export const caseProposedMessage = (row: IncidentRow, correctedAt?: Date): StaffMessage => ({
  ...aboutIncident(row),
  template: proposedMessage,
  unitCode: row.unit_code as UnitCode,
  role: 'unit-head',
  reference: correctedAt ? `case-proposed:${row.id}:${correctedAt.getTime()}` : `case-proposed:${row.id}`,
})

export const tellSent = (doing: Doing, row: IncidentRow, sent: SentUnit): Promise<unknown> =>
  sendToStaff(doing, dispatchedMessage(row, sent, doing.now))

/** To a unit that need not go any more. It does not see the incident now, so the message leads to its duties. */
export const tellRecalled = (doing: Doing, row: IncidentRow, unitCode: string): Promise<unknown> =>
  sendToStaff(doing, {
    ...aboutIncident(row),
    template: recalledMessage,
    unitCode: unitCode as UnitCode,
    role: 'officer',
    reference: `recalled:${row.id}:${unitCode}:${doing.now.getTime()}`,
    path: '/staff/phone',
  })

/** To a unit that was sent to what goes on in another incident now. */
export const tellMerged = (doing: Doing, row: IncidentRow, { unit, into }: { unit: string; into: IncidentRow }): Promise<unknown> => {
  const about = aboutIncident(row)
  return sendToStaff(doing, {
    ...about,
    template: mergedMessage,
    parameters: { number: row.number, into: into.number },
    unitCode: unit as UnitCode,
    role: 'officer',
    reference: `merged:${row.id}:${unit}:${doing.now.getTime()}`,
  })
}

/** To the unit that leads because the one before it was taken back. */
export const tellLead = (doing: Doing, row: IncidentRow): Promise<unknown> =>
  sendToStaff(doing, {
    ...aboutIncident(row),
    template: leadMessage,
    unitCode: row.unit_code as UnitCode,
    role: 'officer',
    reference: `leads:${row.id}:${row.unit_code}:${doing.now.getTime()}`,
  })

/** To the unit that has to sign now, and to the desk. */
export async function tellHandedOn(doing: Doing, row: IncidentRow, { from, to }: { from: string; to: UnitCode }): Promise<void> {
  const names = await unitNames(doing.open, [from as UnitCode, to])
  const about = aboutIncident(row)
  const parameters = {
    number: row.number,
    from: names.get(from) ?? from,
    to: names.get(to) ?? to,
    times: String(row.hand_ons),
  }
  const reference = `handed-on:${row.id}:${row.hand_ons}`
  await sendToStaff(doing, { ...about, template: receivedOnMessage, parameters, unitCode: to, role: 'officer', reference })
  await sendToStaff(doing, {
    ...about,
    template: handedOnMessage,
    parameters,
    unitCode: row.bureau_code as UnitCode,
    role: 'dispatcher',
    reference: `${reference}:desk`,
  })
}

export const tellCaseProposed = (doing: Doing, row: IncidentRow): Promise<unknown> =>
  sendToStaff(doing, caseProposedMessage(row, row.disposition === null ? undefined : doing.now))

const callAddedTemplate = defineTemplate({
  id: 'incidents.call-added',
  version: 1,
  zh: ({ number }) => `警情 ${number} 又有来电，请查看经过。`,
  en: ({ number }) => `There was another call about incident ${number}: read its history.`,
})

/** To the officers of the unit that answers and of those that assist it now: each is told once of each call. */
export async function tellCallAdded(doing: Doing, row: IncidentRow, callId: string): Promise<void> {
  const assisting = (await sentTo(doing.open.as<IncidentTables>(), row.bureau_code, row.id)).filter(
    (sent) => !sent.ended_at && !sent.is_lead,
  )
  for (const unitCode of [row.unit_code, ...assisting.map((sent) => sent.unit_code)])
    await sendToStaff(doing, {
      ...aboutIncident(row),
      template: callAddedTemplate,
      unitCode: unitCode as UnitCode,
      role: 'officer',
      reference: `call-added:${callId}:${unitCode}`,
    })
}
