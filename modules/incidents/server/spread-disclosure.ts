import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { isSilent } from '#modules/cases/index.ts'
import { moveClocks } from '#modules/deadlines/index.ts'
import { withdrawMessagesAbout } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { updateDisclosure, type WhoseDisclosure } from './incident-repository.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

type Disclosure = Pick<IncidentRow, 'secrecy' | 'sensitivity'> & { readonly isSilent: boolean }

/** Sets what may be known of incidents: their rows, their clocks, and what still waits to be sent about them. */
export async function setDisclosure(doing: Doing, whose: WhoseDisclosure, { isSilent, ...disclosure }: Disclosure): Promise<void> {
  const bureauCode = whose.bureauCode as BureauCode
  for (const { id, unit_code, holder_id: holderId } of await updateDisclosure(doing.open.as<IncidentTables>(), whose, disclosure)) {
    const subject = subjectOf(id)
    await moveClocks(doing, { bureauCode, subject, access: { unitCode: unit_code as UnitCode, holderId, secrecy: disclosure.secrecy } })
    if (isSilent) await withdrawMessagesAbout(doing, bureauCode, subject)
  }
}

/** What was merged into an incident tells no more than the incident itself, from the moment at which that becomes secret or sensitive. */
export async function spreadDisclosure(doing: Doing, { bureau_code: bureauCode, id, secrecy, sensitivity }: IncidentRow): Promise<void> {
  // why: an outcome that hides nothing must not open what a merged registration hides of its own.
  if (!isSilent(sensitivity, secrecy)) return
  await setDisclosure(doing, { bureauCode, incidentId: id, mergedOnly: true }, { secrecy, sensitivity, isSilent: true })
}
