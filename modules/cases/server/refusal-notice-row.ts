import type { Unit } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import { roleWord } from '../domain/party.ts'
import { yearOf } from '../domain/case-number.ts'
import type { NoFilingNoticeFacts } from './papers/receipt-facts.ts'
import { sealFacts } from './sealed-facts.ts'
import type { CaseRow, PaperRow } from './tables.ts'

export interface Refused {
  readonly reason: string
  readonly occurredAt: Date
  /** When the notice is made out, if the complainant came forward after the decision. */
  readonly issuedAt?: Date
}

export interface NoticeParts {
  readonly id: string
  readonly serial: number
  readonly partyId: string
  readonly reporterName: string
  readonly isIdentitySecret: boolean
  readonly bureau: Pick<Unit, 'nameZh' | 'shortName'> | undefined
  readonly unit: Pick<Unit, 'nameZh' | 'phone'> | undefined
}

export const noticeSeries = (row: CaseRow, now: Date): Series => ({
  bureauCode: row.bureau_code,
  unitCode: row.bureau_code,
  kind: 'paper:no-filing-notice',
  period: yearOf(now),
})

/** The notice of refusal with its sealed facts; for one case and for a whole county. */
export function refusalNoticeRow(
  { vault, now, isDemo }: Pick<Doing, 'vault' | 'now' | 'isDemo'>,
  row: CaseRow,
  { reason, occurredAt, issuedAt = occurredAt }: Refused,
  { id, serial, partyId, reporterName, isIdentitySecret, bureau, unit }: NoticeParts,
): PaperRow {
  const bureauCode = row.bureau_code
  const paperNumber = `${bureau?.shortName ?? ''}不立字〔${yearOf(now)}〕${serial}号`
  const facts: NoFilingNoticeFacts = {
    form: 'no-filing-notice',
    caseNumber: row.number,
    paperNumber,
    bureauName: bureau?.nameZh ?? bureauCode,
    unitName: unit?.nameZh ?? row.unit_code,
    reporterName,
    partyWord: roleWord('complainant', row.kind),
    ...(isIdentitySecret && { isIdentitySecret }),
    reportedAt: row.reported_at,
    reportWay: '',
    matter: row.matter,
    officers: [{ name: row.holder_name, policeNumber: '', phone: unit?.phone ?? '' }],
    issuedAt,
    decidedAt: occurredAt,
    reasons: reason,
    signature: 'to-sign',
    isDemo,
  }
  return {
    bureau_code: bureauCode,
    id,
    case_id: row.id,
    party_id: partyId,
    form: 'no-filing-notice',
    paper_number: paperNumber,
    paper_sealed: sealFacts(vault, facts, { bureauCode, table: 'cases.paper', column: 'paper', id }),
    issued_at: issuedAt,
    recorded_at: now,
  }
}
