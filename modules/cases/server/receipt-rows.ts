import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Unit } from '#modules/accounts/index.ts'
import { citationText } from '#modules/law-library/index.ts'
import type { PhoneMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { NewParty, OpenCase } from '../contract.ts'
import { causeInFull, lawOfCase } from '../domain/cause.ts'
import { paperNumber, yearOf } from '../domain/case-number.ts'
import { isSilent } from '../domain/disclosure.ts'
import { roleWord } from '../domain/party.ts'
import { basisOf, openingMove } from '../domain/stage.ts'
import { receiptIssued } from '../events.ts'
import { subjectOf } from './case-clocks.ts'
import { causeOf } from './cause-of.ts'
import { firstLatestDay } from './latest-day.ts'
import type { PaperOfficer, QueryableFacts, QueryRoute } from './papers/receipt-facts.ts'
import { qrFragment } from './query-code.ts'
import { receiptMessage } from './receipt-message.ts'
import { type PartyColumn, partyCell } from './party-cells.ts'
import { sealFacts } from './sealed-facts.ts'
import type { CaseRow, PartyRow, ReceiptRow } from './tables.ts'

export interface AskedReceipt {
  readonly reporter: OpenCase['reporter'] | NewParty
  readonly reportWay: string
  readonly partyId: string
  readonly receiptId: string
  /** What this person handed over before, in one line. */
  readonly evidence?: string | null
  /** When a later party came forward and was added; left out for those with whom the case began. */
  readonly later?: { readonly cameAt: Date; readonly addedAt: Date }
}

export const formOf = { criminal: 'acceptance-receipt', administrative: 'admin-filing-notice' } as const
/** 文号 words of the two forms. */
const paperWord = { criminal: '受案', administrative: '立案告' } as const

/** Counted by the year in which the receipt is recorded. */
export const receiptSeries = (row: CaseRow, recordedAt: Date = row.recorded_at): Series => ({
  bureauCode: row.bureau_code,
  unitCode: row.unit_code,
  kind: `paper:${formOf[row.kind]}`,
  period: yearOf(recordedAt),
})

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
  const { reportedAt, issuedAt, recordedAt } = timesOf(row, asked)
  const every = {
    caseNumber: row.number,
    paperNumber: paperNumber({ bureau: bureauShort, unit: unitShort, word: paperWord[row.kind] }, recordedAt, serial),
    bureauName,
    unitName,
    reporterName: asked.reporter.name,
    partyWord: roleWord(asked.reporter.role, row.kind),
    ...(isSecret(asked) && { isIdentitySecret: true }),
    reportedAt,
    reportWay: asked.reportWay,
    matter: row.matter,
    officers: [{ name: row.holder_name, policeNumber: holder?.policeNumber ?? '', phone: holder?.officePhone ?? unitPhone ?? '' }],
    issuedAt,
    signature: 'to-sign',
    isDemo,
    ...reachedBy(row),
    latest: firstLatestDay(row),
    query: queryRoute(addresses, row.number, { queryCode, isCodeOnly: asked.reporter.phone === null }),
  } as const
  return row.kind === 'criminal'
    ? { ...every, form: 'acceptance-receipt', evidence: asked.evidence ?? null }
    : { ...every, ...filingFacts(row) }
}

const timesOf = (row: CaseRow, { later }: AskedReceipt) =>
  later
    ? { reportedAt: later.cameAt, issuedAt: later.cameAt, recordedAt: later.addedAt }
    : { reportedAt: row.reported_at, issuedAt: row.opened_at, recordedAt: row.recorded_at }

const isSecret = ({ reporter }: AskedReceipt): boolean => 'isIdentitySecret' in reporter && reporter.isIdentitySecret === true

/** How far a suspected crime has come, where its receipt can no longer promise a decision. */
const reachedBy = ({ kind, stage, stage_since }: CaseRow) =>
  kind === 'criminal' && (stage === 'filed' || stage === 'not-filed') ? { reached: { stage, reachedAt: stage_since } } : {}

/** How the holder of a receipt follows the case. */
export const queryRoute = (
  { publicUrl }: Doing['addresses'],
  caseNumber: string,
  { queryCode, isCodeOnly }: { readonly queryCode: string; readonly isCodeOnly: boolean },
): QueryRoute => ({
  url: `${publicUrl}/q`,
  code: queryCode,
  qrText: `${publicUrl}/q#${qrFragment(caseNumber, queryCode)}`,
  ...(isCodeOnly && { isCodeOnly }),
})

function filingFacts(row: CaseRow) {
  const [basis] = basisOf(openingMove(row.kind), lawOfCase(causeOf(row)))
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
  const { phone } = asked.reporter
  const tells = phone !== null && !isSilent(row.sensitivity, row.secrecy)
  const { issuedAt } = timesOf(row, asked)
  return {
    party: partyRow({ vault, now }, row, asked),
    receipt: {
      bureau_code: row.bureau_code,
      id: asked.receiptId,
      case_id: row.id,
      party_id: asked.partyId,
      form: formOf[row.kind],
      ...codeColumns(vault, row, asked.receiptId, facts),
      public_phone_hash: publicPhoneHash(vault, phone),
      replaces_id: null,
      reissue_number: 0,
      issued_at: issuedAt,
      recorded_at: now,
    },
    event: receiptIssued.of(subjectOf(row.id), issuedAt, { caseId: row.id, receiptId: asked.receiptId }),
    message: tells ? messageOf(row, asked, phone, facts) : null,
  }
}

export const publicPhoneHash = (vault: Vault, phone: string | null): Buffer | null =>
  phone === null ? null : vault.hash('public-phone', phone)

/** The paper and the hash of its code, for the row of the receipt that bears it. */
export const codeColumns = (vault: Vault, row: Pick<CaseRow, 'bureau_code'>, receiptId: string, facts: QueryableFacts) => ({
  paper_number: facts.paperNumber,
  paper_sealed: sealFacts(vault, facts, { bureauCode: row.bureau_code, table: 'cases.receipt', column: 'paper', id: receiptId }),
  public_code_hash: vault.hash('public-code', facts.query.code),
})

function partyRow({ vault, now }: Pick<Doing, 'vault' | 'now'>, row: CaseRow, asked: AskedReceipt): PartyRow {
  const { name, phone, role } = asked.reporter
  const landline = 'landline' in asked.reporter ? asked.reporter.landline : undefined
  const cell = (column: PartyColumn) => partyCell(row.bureau_code, asked.partyId, column)
  return {
    bureau_code: row.bureau_code,
    id: asked.partyId,
    case_id: row.id,
    role,
    name_sealed: vault.seal(name, cell('name')),
    phone_sealed: phone === null ? null : vault.seal(phone, cell('phone')),
    phone_hash: phone === null ? null : vault.hash('phone', phone),
    public_phone_hash: publicPhoneHash(vault, phone),
    landline_sealed: landline === undefined ? null : vault.seal(landline, cell('landline')),
    is_identity_secret: isSecret(asked),
    recorded_at: now,
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
