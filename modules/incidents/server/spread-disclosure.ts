import type { UnitCode } from '#kernel/unit-code.ts'
import { moveClocks } from '#modules/deadlines/index.ts'
import { withdrawMessagesAbout } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { updateMergedDisclosure } from './incident-repository.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** What was merged into an incident tells no more than the incident itself, from the moment at which that becomes secret or sensitive. */
export async function spreadDisclosure(doing: Doing, row: IncidentRow): Promise<void> {
  const { secrecy, sensitivity } = row
  const merged = await updateMergedDisclosure(doing.open.as<IncidentTables>(), row, { secrecy, sensitivity })
  for (const { id, unit_code, holder_id: holderId } of merged) {
    const of = { bureauCode: doing.actor.bureauCode, subject: subjectOf(id) }
    await moveClocks(doing, { ...of, access: { unitCode: unit_code as UnitCode, holderId, secrecy } })
    if (secrecy === 'secret' || sensitivity !== 'none') await withdrawMessagesAbout(doing, of.bureauCode, of.subject)
  }
}
