import type * as z from 'zod/mini'
import type { BureauCode } from '#kernel/unit-code.ts'
import { type Unit, unitByCode } from '#modules/accounts/index.ts'
import { type CaseProgress, caseProgress, clockSubjects } from '#modules/cases/index.ts'
import {
  caseAccepted,
  caseDecided,
  caseFiled,
  caseRefused,
  caseTransferred,
  disclosureChanged,
  limitChanged,
  measureTaken,
  noticeServed,
  partyChanged,
  receiptIssued,
  reviewExtended,
} from '#modules/cases/events.ts'
import { clocksOf } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import type { EventType } from '#platform/shared/event.ts'
import { endOldPhone } from './end-old-phone.ts'
import { promiseClockOf } from './promise-clock.ts'
import { removeOtherReceipts, saveProjection } from './projection-repository.ts'
import { type Offices, projectionRows } from './projection-rows.ts'
import type { PublicQueryTables } from './tables.ts'

interface Projecting {
  readonly bureauCode: BureauCode
  readonly caseId: string
  readonly now: Date
}

/** Reads the record of one case through the doors of those who keep it, and adds what citizens may know of it. */
export async function projectCase(open: OpenTransaction, { bureauCode, caseId, now }: Projecting): Promise<void> {
  const progress = await caseProgress(open, bureauCode, caseId)
  if (!progress) return
  const clocks = await clocksOf(
    open,
    bureauCode,
    clockSubjects(
      caseId,
      progress.receipts.map(({ partyId }) => partyId),
    ),
  )
  const offices = officesFrom(bureauCode, progress, await unitByCode(open, progress.unitCode), await unitByCode(open, bureauCode))
  const told = clocks.map(promiseClockOf).filter((clock) => clock !== null)
  const rows = projectionRows(bureauCode, progress, told, offices)
  const db = open.as<PublicQueryTables>()
  await saveProjection(db, rows, now)
  await removeOtherReceipts(
    db,
    bureauCode,
    caseId,
    rows.receipts.map(({ id }) => id),
  )
}

type Named = Pick<Unit, 'nameEn' | 'nameZh'>

/** The two offices that a receipt points to. */
export const officesFrom = (
  bureauCode: BureauCode,
  { unitName, unitPhone }: CaseProgress,
  unit: Named | undefined,
  bureau: Named | undefined,
): Offices => ({
  unit: { nameZh: unitName, nameEn: unit?.nameEn ?? unitName, phone: unitPhone },
  bureau: { nameZh: bureau?.nameZh ?? bureauCode, nameEn: bureau?.nameEn ?? bureauCode },
})

type CaseEvent = EventType<z.ZodMiniType<{ caseId: string }>>
// why: one subscriber for all of them, so that what happens to a case is taken in its order and no older reading of a clock wins.
const steps: readonly CaseEvent[] = [
  caseAccepted,
  caseFiled,
  caseRefused,
  caseTransferred,
  caseDecided,
  noticeServed,
  receiptIssued,
  partyChanged,
  disclosureChanged,
  limitChanged,
  reviewExtended,
  measureTaken,
]

export const projectSteps = defineSubscriber<PublicQueryTables>()({
  name: 'public-query.project',
  on: steps,
  async handle(context, { facts, bureauCode }) {
    if ('partyId' in facts) await endOldPhone(context, bureauCode, String(facts.partyId))
    await projectCase(context.open, { bureauCode, caseId: facts.caseId, now: context.now })
  },
})
