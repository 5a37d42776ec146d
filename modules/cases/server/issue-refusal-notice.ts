import { v7 as uuid } from 'uuid'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import { yearOf } from '../domain/case-number.ts'
import { insertPaper, partiesOf } from './paper-repository.ts'
import type { NoFilingNoticeFacts } from './papers/receipt-facts.ts'
import { sealFacts } from './sealed-facts.ts'
import type { CaseRow, CaseTables } from './tables.ts'

interface Refused {
  readonly reason: string
  readonly occurredAt: Date
}

/** 不予立案通知书, to the complainant alone, with its reasons and its own remedies (程序规定 178、179). */
export async function issueRefusalNotice(doing: Doing, row: CaseRow, { reason, occurredAt }: Refused): Promise<void> {
  const { open, vault, now } = doing
  const tx = open.as<CaseTables>()
  const bureauCode = row.bureau_code
  const [party] = await partiesOf(tx, bureauCode, row.id)
  const bureau = await unitByCode(open, bureauCode as UnitCode)
  const unit = await unitByCode(open, row.unit_code as UnitCode)
  const serial = await nextNumber(open, { bureauCode, unitCode: bureauCode, kind: 'paper:no-filing-notice', period: yearOf(now) })
  const id = uuid()
  const number = `${bureau?.shortName ?? ''}不立字〔${yearOf(now)}〕${serial}号`
  const facts: NoFilingNoticeFacts = {
    form: 'no-filing-notice',
    caseNumber: row.number,
    paperNumber: number,
    bureauName: bureau?.nameZh ?? bureauCode,
    unitName: unit?.nameZh ?? row.unit_code,
    reporterName: party ? vault.open(party.name_sealed, { bureauCode, table: 'cases.party', column: 'name', id: party.id }) : null,
    reportedAt: row.reported_at,
    reportWay: '',
    matter: row.matter,
    officers: [{ name: row.holder_name, policeNumber: '', phone: unit?.phone ?? '' }],
    issuedAt: occurredAt,
    decidedAt: occurredAt,
    reasons: reason,
    signature: 'to-sign',
    isDemo: doing.isDemo,
  }
  await insertPaper(tx, {
    bureau_code: bureauCode,
    id,
    case_id: row.id,
    form: 'no-filing-notice',
    paper_number: number,
    paper_sealed: sealFacts(vault, facts, { bureauCode, table: 'cases.paper', column: 'paper', id }),
    issued_at: occurredAt,
    recorded_at: now,
  })
}

