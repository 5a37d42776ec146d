import type * as z from 'zod/mini'
import type { BureauCode } from '#kernel/unit-code.ts'
import { type Unit, unitByCode } from '#modules/accounts/index.ts'
import { type CaseProgress, caseProgress } from '#modules/cases/index.ts'
import {
  caseAccepted,
  caseDecided,
  caseFiled,
  caseRefused,
  caseTransferred,
  disclosureChanged,
  measureTaken,
  noticeServed,
  receiptIssued,
  reviewExtended,
} from '#modules/cases/events.ts'
import { clocksOf } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import type { EventType } from '#platform/shared/event.ts'
import { promiseClockOf } from './promise-clock.ts'
import { saveProjection } from './projection-repository.ts'
import { type Offices, projectionRows } from './projection-rows.ts'
import type { PublicQueryTables } from './tables.ts'

/** Reads the record of one case through the doors of those who keep it, and adds what citizens may know of it. */
export async function projectCase(open: OpenTransaction, bureauCode: BureauCode, caseId: string): Promise<void> {
  const progress = await caseProgress(open, bureauCode, caseId)
  if (!progress) return
  const clocks = await clocksOf(open, bureauCode, [`case:${caseId}`])
  const offices = officesFrom(bureauCode, progress, await unitByCode(open, progress.unitCode), await unitByCode(open, bureauCode))
  const told = clocks.map(promiseClockOf).filter((clock) => clock !== null)
  await saveProjection(open.as<PublicQueryTables>(), projectionRows(bureauCode, progress, told, offices))
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
  disclosureChanged,
  reviewExtended,
  measureTaken,
]

export const projectSteps = defineSubscriber<PublicQueryTables>()({
  name: 'public-query.project',
  on: steps,
  handle: ({ open }, { facts, bureauCode }) => projectCase(open, bureauCode, facts.caseId),
})
