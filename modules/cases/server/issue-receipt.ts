import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { officerById, type Unit, unitByCode } from '#modules/accounts/index.ts'
import { citationText } from '#modules/law-library/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import type { OpenCase } from '../contract.ts'
import { causeName } from '../domain/cause.ts'
import { paperNumber, yearOf } from '../domain/case-number.ts'
import { isSilent } from '../domain/disclosure.ts'
import { openingMove } from '../domain/stage.ts'
import { receiptIssued } from '../events.ts'
import { firstLatestDay } from './latest-day.ts'
import { insertParty, insertReceipt } from './paper-repository.ts'
import type { PaperOfficer, ReceiptFacts } from './papers/receipt-facts.ts'
import { newQueryCode, qrFragment } from './query-code.ts'
import { receiptMessage } from './receipt-message.ts'
import { sealFacts } from './sealed-facts.ts'
import type { CaseRow, CaseTables, ReceiptRow } from './tables.ts'

interface Asked {
  readonly reporter: OpenCase['reporter']
  readonly reportWay: string
  readonly partyId: string
  readonly receiptId: string
}

export interface Issued {
  readonly id: string
  readonly form: ReceiptRow['form']
}

const formOf = { criminal: 'acceptance-receipt', administrative: 'admin-filing-notice' } as const
/** 文号 words of the two forms. */
const paperWord = { criminal: '受案', administrative: '立案告' } as const

/**
 * Makes the party, its receipt with a code of its own, and the message about it.
 * The code itself stands only in the sealed facts of the paper; the tables hold its keyed hash.
 */
export async function issueReceipt(doing: Doing, row: CaseRow, asked: Asked): Promise<Issued> {
  const { vault, now, open } = doing
  const tx = open.as<CaseTables>()
  const bureauCode = row.bureau_code
  const queryCode = newQueryCode()
  const facts = await receiptFacts(doing, row, asked, queryCode)
  const { name, phone, role } = asked.reporter
  const cell = (table: string, column: string, id: string) => ({ bureauCode, table, column, id })
  await insertParty(tx, {
    bureau_code: bureauCode,
    id: asked.partyId,
    case_id: row.id,
    role,
    name_sealed: vault.seal(name, cell('cases.party', 'name', asked.partyId)),
    phone_sealed: phone === null ? null : vault.seal(phone, cell('cases.party', 'phone', asked.partyId)),
    phone_hash: phone === null ? null : vault.hash('phone', phone),
    recorded_at: now,
  })
  await insertReceipt(tx, {
    bureau_code: bureauCode,
    id: asked.receiptId,
    case_id: row.id,
    party_id: asked.partyId,
    form: formOf[row.kind],
    paper_number: facts.paperNumber,
    paper_sealed: sealFacts(vault, facts, cell('cases.receipt', 'paper', asked.receiptId)),
    public_phone_hash: phone === null ? null : vault.hash('public-phone', phone),
    public_code_hash: vault.hash('public-code', queryCode),
    issued_at: row.opened_at,
    recorded_at: now,
  })
  doing.emit(receiptIssued.of(`case:${row.id}`, row.opened_at, { caseId: row.id, receiptId: asked.receiptId }))
  if (phone !== null && !isSilent(row.sensitivity, row.secrecy)) await sendReceipt(doing, row, asked, { phone, facts })
  return { id: asked.receiptId, form: formOf[row.kind] }
}

type QueryableFacts = Extract<ReceiptFacts, { readonly query: unknown }>

async function receiptFacts(doing: Doing, row: CaseRow, asked: Asked, queryCode: string): Promise<QueryableFacts> {
  const { open, addresses, now, isDemo } = doing
  const [unit, bureau, holder] = await Promise.all([
    unitByCode(open, row.unit_code as UnitCode),
    unitByCode(open, row.bureau_code as UnitCode),
    officerById(open, row.holder_id),
  ])
  const series = { bureauCode: row.bureau_code, unitCode: row.unit_code, kind: `paper:${formOf[row.kind]}`, period: yearOf(now) }
  const serial = await nextNumber(open, series)
  return receiptPaper(row, {
    bureau,
    unit,
    holder: { name: row.holder_name, policeNumber: holder?.policeNumber ?? '', phone: holder?.officePhone ?? unit?.phone ?? '' },
    reporterName: asked.reporter.name,
    reportWay: asked.reportWay,
    queryCode,
    serial,
    publicUrl: addresses.publicUrl,
    isDemo,
  })
}

/** All that a receipt prints besides what stands on the case itself. */
export interface ReceiptParts {
  readonly bureau: Pick<Unit, 'nameZh' | 'shortName'> | undefined
  readonly unit: Pick<Unit, 'nameZh' | 'shortName'> | undefined
  readonly holder: PaperOfficer
  readonly reporterName: string
  readonly reportWay: string
  readonly queryCode: string
  readonly serial: number
  readonly publicUrl: string
  readonly isDemo: boolean
}

/** The facts of the receipt of a case; pure, so that the demo county's bulk path makes the very same paper. */
export function receiptPaper(row: CaseRow, parts: ReceiptParts): QueryableFacts {
  const every = {
    caseNumber: row.number,
    paperNumber: paperNumber(parts.bureau?.shortName ?? '', parts.unit?.shortName ?? row.unit_code, paperWord[row.kind], row.recorded_at, parts.serial),
    bureauName: parts.bureau?.nameZh ?? row.bureau_code,
    unitName: parts.unit?.nameZh ?? row.unit_code,
    reporterName: parts.reporterName,
    reportedAt: row.reported_at,
    reportWay: parts.reportWay,
    matter: row.matter,
    officers: [parts.holder],
    issuedAt: row.opened_at,
    signature: 'to-sign',
    isDemo: parts.isDemo,
    latest: firstLatestDay(row.kind, row.opened_at),
    query: { url: `${parts.publicUrl}/q`, code: parts.queryCode, qrText: `${parts.publicUrl}/q#${qrFragment(row.number, parts.queryCode)}` },
  } as const
  if (row.kind === 'criminal') return { ...every, form: 'acceptance-receipt', evidence: null }
  const [basis] = openingMove(row.kind).basis
  return {
    ...every,
    form: 'admin-filing-notice',
    filedAt: row.opened_at,
    causeName: causeName(row.cause_code, 'zh'),
    legalBasis: basis ? citationText(basis, 'zh') : '',
  }
}

interface Message {
  readonly phone: string
  readonly facts: QueryableFacts
}

const sendReceipt = (doing: Doing, row: CaseRow, asked: Asked, { phone, facts }: Message): Promise<unknown> =>
  sendToPhone(doing, {
    reference: `receipt:${asked.receiptId}`,
    template: receiptMessage,
    parameters: { unitName: facts.unitName, number: row.number },
    secrets: { link: facts.query.qrText },
    phone,
    subject: `case:${row.id}`,
    bureauCode: row.bureau_code as BureauCode,
    unitCode: row.unit_code as UnitCode,
  })
