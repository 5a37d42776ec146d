import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { type Unit, unitByCode } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Vault } from '#platform/server/vault.ts'
import { isSilent, type PartyRole, type Secrecy, type Sensitivity } from '../domain/disclosure.ts'
import type { Act, CaseKind, Outcome, Stage } from '../domain/stage.ts'
import { caseAccepted, caseDecided, caseFiled, caseRefused, caseTransferred, measureTaken } from '../events.ts'
import { caseById, caseIdsAfter, stageLog } from './case-repository.ts'
import { measuresOf } from './measure-repository.ts'
import { partiesOf, partyOfReceipt, receiptsInForce, receiptsOf } from './paper-repository.ts'
import { openParty } from './party-cells.ts'
import type { CaseRow, CaseTables, MeasureRow, PartyRow, ReceiptRow, StageLogRow } from './tables.ts'

/** What the citizens' side may know of a case: never a name, a matter or a measure. */
export interface CaseProgress {
  readonly caseId: string
  readonly number: string
  readonly kind: CaseKind
  readonly stage: Stage
  readonly outcome: Outcome | null
  readonly unitCode: UnitCode
  readonly unitName: string
  readonly unitPhone: string | null
  readonly sensitivity: Sensitivity
  readonly secrecy: Secrecy
  readonly isSilent: boolean
  readonly closedAt: Date | null
  /** Those that hold: a receipt that was issued again is not among them. The phone is the party's present one. */
  readonly receipts: readonly {
    readonly id: string
    readonly partyId: string
    readonly role: PartyRole
    readonly publicPhoneHash: Buffer | null
    readonly publicCodeHash: Buffer
    readonly issuedAt: Date
  }[]
  readonly facts: readonly { readonly event: string; readonly occurredAt: Date; readonly recordedAt: Date; readonly position: number }[]
}

const eventOf: Record<Act, string> = {
  accept: caseAccepted.name,
  file: caseFiled.name,
  refuse: caseRefused.name,
  transfer: caseTransferred.name,
  decide: caseDecided.name,
}

/** The whole progress of one case, from the record; the projection can be made anew from it at any time. */
export async function caseProgress(open: OpenTransaction, bureauCode: BureauCode, caseId: string): Promise<CaseProgress | null> {
  const db = open.as<CaseTables>()
  const row = await caseById(db, bureauCode, caseId)
  if (!row) return null
  const [log, receipts, parties, [firstMeasure], unit] = await Promise.all([
    stageLog(db, bureauCode, caseId),
    receiptsOf(db, bureauCode, caseId),
    partiesOf(db, bureauCode, caseId),
    measuresOf(db, row),
    unitByCode(open, row.unit_code as UnitCode),
  ])
  return progressOf({ row, log, receipts, parties, firstMeasure }, unit)
}

interface CaseRecord {
  readonly row: CaseRow
  readonly log: readonly StageLogRow[]
  readonly receipts: readonly ReceiptRow[]
  readonly parties: readonly PartyRow[]
  readonly firstMeasure?: MeasureRow | undefined
}

/** The same from the rows themselves. */
export function progressOf(
  { row, log, receipts, parties, firstMeasure }: CaseRecord,
  unit: Pick<Unit, 'nameZh' | 'phone'> | undefined,
): CaseProgress {
  return {
    caseId: row.id,
    number: row.number,
    kind: row.kind,
    stage: row.stage,
    outcome: row.outcome,
    unitCode: row.unit_code as UnitCode,
    unitName: unit?.nameZh ?? row.unit_code,
    unitPhone: unit?.phone ?? null,
    sensitivity: row.sensitivity,
    secrecy: row.secrecy,
    isSilent: isSilent(row.sensitivity, row.secrecy),
    closedAt: row.closed_at,
    receipts: receiptsInForce(receipts).map((receipt) => {
      const party = parties.find((one) => one.id === receipt.party_id)
      return {
        id: receipt.id,
        partyId: receipt.party_id,
        role: party?.role ?? 'reporter',
        publicPhoneHash: party?.public_phone_hash ?? null,
        publicCodeHash: receipt.public_code_hash,
        issuedAt: receipt.issued_at,
      }
    }),
    facts: [
      ...log.map((line) => ({
        event: eventOf[line.act],
        occurredAt: line.occurred_at,
        recordedAt: line.recorded_at,
        position: line.seq,
      })),
      ...measureFact(log, firstMeasure),
    ],
  }
}

/** After every move: a case has no hundred of them. */
const measurePosition = 100

/** That a measure was taken is one fact of a filed case, however many there are: how many, on whom and which is nobody's to count. */
const measureFact = (log: readonly StageLogRow[], first: MeasureRow | undefined): CaseProgress['facts'] =>
  first && log.some(({ act }) => act === 'file')
    ? [{ event: measureTaken.name, occurredAt: first.began_at, recordedAt: first.recorded_at, position: measurePosition }]
    : []

/** Ids of a bureau's cases in order, for work that goes through all of them. */
export const caseIds = (open: OpenTransaction, bureauCode: BureauCode, after: string | null, limit: number): Promise<string[]> =>
  caseIdsAfter(open.as<CaseTables>(), bureauCode, after, limit)

/** Who may know of a case, and the incident it came from; for those who hold something of the same matter. */
export async function caseDisclosure(
  open: OpenTransaction,
  bureauCode: BureauCode,
  caseId: string,
): Promise<{
  readonly incidentId: string | null
  readonly secrecy: Secrecy
  readonly sensitivity: Sensitivity
  readonly isSilent: boolean
} | null> {
  const row = await caseById(open.as<CaseTables>(), bureauCode, caseId)
  if (!row) return null
  const { incident_id: incidentId, secrecy, sensitivity } = row
  return { incidentId, secrecy, sensitivity, isSilent: isSilent(sensitivity, secrecy) }
}

/** Where the holder of a receipt can be reached; null: nowhere, or no such receipt. */
export async function receiptContact(
  { open, vault }: { readonly open: OpenTransaction; readonly vault: Vault },
  bureauCode: BureauCode,
  receiptId: string,
): Promise<{ readonly phone: string | null }> {
  const party = await partyOfReceipt(open.as<CaseTables>(), bureauCode, receiptId)
  return { phone: party ? openParty(vault, party).phone : null }
}

/** The receipt that was made when the case was opened. */
export async function firstReceiptOf(open: OpenTransaction, bureauCode: string, caseId: string): Promise<string | null> {
  const [first] = await receiptsOf(open.as<CaseTables>(), bureauCode, caseId)
  return first?.id ?? null
}
