import type { BureauCode } from '#kernel/unit-code.ts'
import type { CaseProgress } from '#modules/cases/index.ts'
import { limitRulesFor, type Milestone } from '../domain/milestone.ts'
import { milestoneOn, readIn } from '../domain/milestones/index.ts'
import type { PromiseClock } from '../domain/promise.ts'
import type { MilestoneRow, ReceiptRow } from './tables.ts'

/** Names of the two offices that a receipt points to. */
export interface Offices {
  readonly unit: { readonly nameZh: string; readonly nameEn: string; readonly phone: string | null }
  readonly bureau: { readonly nameZh: string; readonly nameEn: string }
}

export interface ProjectionRows {
  readonly receipts: readonly ReceiptRow[]
  readonly milestones: readonly MilestoneRow[]
}

type Receipt = CaseProgress['receipts'][number]

/** Everything that citizens may read of one case, made from its record: the same for one case and for a whole county. */
export function projectionRows(
  bureauCode: BureauCode,
  progress: CaseProgress,
  clocks: readonly PromiseClock[],
  offices: Offices,
): ProjectionRows {
  return {
    receipts: progress.receipts.map((receipt) => receiptRow(bureauCode, progress, receipt, offices)),
    milestones: progress.receipts.flatMap((receipt) => milestoneRows(bureauCode, progress, receipt, clocks)),
  }
}

const receiptRow = (bureauCode: BureauCode, progress: CaseProgress, receipt: Receipt, { unit, bureau }: Offices): ReceiptRow => ({
  bureau_code: bureauCode,
  id: receipt.id,
  case_id: progress.caseId,
  party_id: receipt.partyId,
  number: progress.number,
  kind: progress.kind,
  role: receipt.role,
  phone_hash: receipt.publicPhoneHash,
  code_hash: receipt.publicCodeHash,
  sensitivity: progress.sensitivity,
  is_hidden: progress.secrecy !== 'ordinary',
  unit_code: progress.unitCode,
  unit_name_zh: unit.nameZh,
  unit_name_en: unit.nameEn,
  unit_contact: unit.phone,
  bureau_name_zh: bureau.nameZh,
  bureau_name_en: bureau.nameEn,
  issued_at: receipt.issuedAt,
  closed_at: progress.closedAt,
})

function milestoneRows(bureauCode: BureauCode, progress: CaseProgress, receipt: Receipt, clocks: readonly PromiseClock[]): MilestoneRow[] {
  return progress.facts.flatMap(({ event, occurredAt, position }) => {
    const reached = milestoneOn(event, progress.kind, progress.outcome)
    const milestone = reached && readIn(reached, progress.sensitivity)
    if (!milestone?.roles.includes(receipt.role)) return []
    const clock = clockAfter(milestone, receipt, clocks)
    return [
      { bureau_code: bureauCode, receipt_id: receipt.id, position, milestone: milestone.id, occurred_at: occurredAt, ...dueColumns(clock) },
    ]
  })
}

/** The clock of the step that follows: the party's own where it has one, else the case's. */
function clockAfter(milestone: Milestone, { role, partyId }: Receipt, clocks: readonly PromiseClock[]): PromiseClock | undefined {
  // why: a limit that fell away, since another law applies, is no promise.
  const running = clocks.filter(({ rule, state }) => state !== 'cancelled' && limitRulesFor(milestone, role).includes(rule))
  return running.find((clock) => clock.partyId === partyId) ?? running.find((clock) => !clock.partyId)
}

const noDue = {
  due_rule: null,
  due_started_at: null,
  due_first_at: null,
  due_at: null,
  due_state: null,
  due_met_at: null,
  due_is_provisional: null,
  due_extensions: null,
  due_stopped_since: null,
  due_stopped_for: null,
}

const dueColumns = (clock: PromiseClock | undefined) =>
  clock
    ? {
        due_rule: clock.rule,
        due_started_at: clock.startedAt,
        due_first_at: clock.firstDueAt,
        due_at: clock.dueAt,
        due_state: clock.state,
        due_met_at: clock.metAt,
        due_is_provisional: clock.isProvisional,
        due_extensions: clock.extensions,
        due_stopped_since: clock.stoppedSince,
        due_stopped_for: clock.stoppedFor,
      }
    : noDue
