import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Unit } from '#modules/accounts/index.ts'
import { citationText } from '#modules/law-library/index.ts'
import type { PhoneMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { OpenCase } from '../contract.ts'
import { causeInFull } from '../domain/cause.ts'
import { paperNumber, yearOf } from '../domain/case-number.ts'
import { isSilent } from '../domain/disclosure.ts'
import { openingMove } from '../domain/stage.ts'
import { receiptIssued } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { causeOf } from './cause-of.ts'
import { firstLatestDay } from './latest-day.ts'
import type { PaperOfficer, ReceiptFacts } from './papers/receipt-facts.ts'
import { qrFragment } from './query-code.ts'
import { receiptMessage } from './receipt-message.ts'
import { sealFacts } from './sealed-facts.ts'
import type { CaseRow, PartyRow, ReceiptRow } from './tables.ts'

export interface AskedReceipt {
  readonly reporter: OpenCase['reporter']
  readonly reportWay: string
  readonly partyId: string
  readonly receiptId: string
}

export const formOf = { criminal: 'acceptance-receipt', administrative: 'admin-filing-notice' } as const
/** 文号 words of the two forms. */
const paperWord = { criminal: '受案', administrative: '立案告' } as const

export const receiptSeries = (row: CaseRow): Series => ({
  bureauCode: row.bureau_code,
  unitCode: row.unit_code,
  kind: `paper:${formOf[row.kind]}`,
  period: yearOf(row.recorded_at),
})

type QueryableFacts = Extract<ReceiptFacts, { readonly query: unknown }>

/** All that a receipt prints besides what stands on the case itself. */
export interface ReceiptParts {
  readonly bureau: Pick<Unit, 'nameZh' | 'shortName'> | undefined
  readonly unit: Pick<Unit, 'nameZh' | 'shortName' | 'phone'> | undefined
  readonly holder: (Pick<PaperOfficer, 'policeNumber'> & { readonly officePhone: string | null }) | undefined
  readonly queryCode: string
  readonly serial: number
}

/** Names as they are printed; the code of a unit stands in where its name is not known. */
function printedNames(row: CaseRow, { bureau, unit }: ReceiptParts) {
  const nameless = { nameZh: '', shortName: '', phone: null }
  const { nameZh: bureauName, shortName: bureauShort } = bureau ?? { ...nameless, nameZh: row.bureau_code }
  const {
    nameZh: unitName,
    shortName: unitShort,
    phone: unitPhone,
  } = unit ?? { ...nameless, nameZh: row.unit_code, shortName: row.unit_code }
  return { bureauName, bureauShort, unitName, unitShort, unitPhone }
}

/** The facts of the receipt of a case; pure, so that the demo county's bulk path makes the very same paper. */
export function receiptPaper(
  { addresses, isDemo }: Pick<Doing, 'addresses' | 'isDemo'>,
  row: CaseRow,
  asked: AskedReceipt,
  parts: ReceiptParts,
): QueryableFacts {
  const { holder, queryCode, serial } = parts
  const { bureauName, bureauShort, unitName, unitShort, unitPhone } = printedNames(row, parts)
  const every = {
    caseNumber: row.number,
    paperNumber: paperNumber({ bureau: bureauShort, unit: unitShort, word: paperWord[row.kind] }, row.recorded_at, serial),
    bureauName,
    unitName,
    reporterName: asked.reporter.name,
    reportedAt: row.reported_at,
    reportWay: asked.reportWay,
    matter: row.matter,
    officers: [{ name: row.holder_name, policeNumber: holder?.policeNumber ?? '', phone: holder?.officePhone ?? unitPhone ?? '' }],
    issuedAt: row.opened_at,
    signature: 'to-sign',
    isDemo,
    latest: firstLatestDay(row.kind, row.opened_at),
    query: { url: `${addresses.publicUrl}/q`, code: queryCode, qrText: `${addresses.publicUrl}/q#${qrFragment(row.number, queryCode)}` },
  } as const
  return row.kind === 'criminal' ? { ...every, form: 'acceptance-receipt', evidence: null } : { ...every, ...filingFacts(row) }
}

function filingFacts(row: CaseRow) {
  const [basis] = openingMove(row.kind).basis
  return {
    form: 'admin-filing-notice' as const,
    filedAt: row.opened_at,
    causeName: causeInFull(causeOf(row), 'zh'),
    legalBasis: basis ? citationText(basis, 'zh') : '',
  }
}

export interface ReceiptRows {
  readonly party: PartyRow
  readonly receipt: ReceiptRow
  readonly event: DomainEvent
  /** None where no message may go out by itself, or there is no phone. */
  readonly message: PhoneMessage | null
}

/**
 * The party, its receipt with a code of its own, and the message about it. The code itself stands only in the sealed
 * facts of the paper; the tables hold its keyed hash.
 */
export function receiptRows(
  { vault, now }: Pick<Doing, 'vault' | 'now'>,
  row: CaseRow,
  asked: AskedReceipt,
  facts: QueryableFacts,
): ReceiptRows {
  const bureauCode = row.bureau_code
  const { name, phone, role } = asked.reporter
  const cell = (table: string, column: string, id: string) => ({ bureauCode, table, column, id })
  const tells = phone !== null && !isSilent(row.sensitivity, row.secrecy)
  return {
    party: {
      bureau_code: bureauCode,
      id: asked.partyId,
      case_id: row.id,
      role,
      name_sealed: vault.seal(name, cell('cases.party', 'name', asked.partyId)),
      phone_sealed: phone === null ? null : vault.seal(phone, cell('cases.party', 'phone', asked.partyId)),
      phone_hash: phone === null ? null : vault.hash('phone', phone),
      recorded_at: now,
    },
    receipt: {
      bureau_code: bureauCode,
      id: asked.receiptId,
      case_id: row.id,
      party_id: asked.partyId,
      form: formOf[row.kind],
      paper_number: facts.paperNumber,
      paper_sealed: sealFacts(vault, facts, cell('cases.receipt', 'paper', asked.receiptId)),
      public_phone_hash: phone === null ? null : vault.hash('public-phone', phone),
      public_code_hash: vault.hash('public-code', facts.query.code),
      issued_at: row.opened_at,
      recorded_at: now,
    },
    event: receiptIssued.of(subjectOf(row.id), row.opened_at, { caseId: row.id, receiptId: asked.receiptId }),
    message: tells ? messageOf(row, asked, phone, facts) : null,
  }
}

const messageOf = (row: CaseRow, { receiptId }: AskedReceipt, phone: string, facts: QueryableFacts): PhoneMessage => ({
  reference: `receipt:${receiptId}`,
  template: receiptMessage,
  parameters: { unitName: facts.unitName, number: row.number },
  secrets: { link: facts.query.qrText },
  phone,
  subject: subjectOf(row.id),
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.unit_code as UnitCode,
})
