import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineTemplate, type StaffMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { subjectOf } from './case-clocks.ts'
import type { CaseRow } from './tables.ts'

const asHolder = defineTemplate({
  id: 'cases.assigned-holder',
  version: 1,
  zh: ({ number }) => `案件 ${number} 由您主办。`,
  en: ({ number }) => `You now hold case ${number}.`,
})

const asSecond = defineTemplate({
  id: 'cases.assigned-second',
  version: 1,
  zh: ({ number }) => `案件 ${number} 由您协办。`,
  en: ({ number }) => `You are now the second investigator of case ${number}.`,
})

interface Assigned {
  readonly officerId: string
  readonly part: 'holder' | 'second'
}

/** To an officer who has been given a case. */
export const assignmentMessage = ({ inputHash }: Pick<Doing, 'inputHash'>, row: CaseRow, { officerId, part }: Assigned): StaffMessage => ({
  // why: the same officer may be given the same case again later; the hash tells the two apart, and a repeat from a new message.
  reference: `assigned:${row.id}:${part}:${officerId}:${inputHash.toString('hex').slice(0, 16)}`,
  template: part === 'holder' ? asHolder : asSecond,
  parameters: { number: row.number },
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.unit_code as UnitCode,
  officerId,
  subject: subjectOf(row.id),
  path: `/staff/cases/${row.id}`,
})
