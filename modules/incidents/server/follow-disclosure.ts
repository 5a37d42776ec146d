import type { UnitCode } from '#kernel/unit-code.ts'
import { disclosureChanged } from '#modules/cases/events.ts'
import { caseDisclosure } from '#modules/cases/index.ts'
import { moveClocks } from '#modules/deadlines/index.ts'
import { withdrawMessagesAbout } from '#modules/notifications/index.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import { updateDisclosure } from './incident-repository.ts'
import { subjectOf } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** An incident must not tell of a case what the case itself keeps secret, nor hide what it no longer does; those merged into it alike. */
export const followDisclosure = defineSubscriber<IncidentTables>()({
  name: 'incidents.follow-disclosure',
  on: [disclosureChanged],
  async handle(context, { bureauCode, facts }) {
    const kept = await caseDisclosure(context.open, bureauCode, facts.caseId)
    if (!kept?.incidentId) return
    const { incidentId, secrecy, sensitivity, isSilent } = kept
    for (const row of await updateDisclosure(context.tx, { bureauCode, incidentId }, { secrecy, sensitivity })) {
      const access = { unitCode: row.unit_code as UnitCode, holderId: row.holder_id, secrecy }
      await moveClocks(context, { bureauCode, subject: subjectOf(row.id), access })
      if (isSilent) await withdrawMessagesAbout(context, bureauCode, subjectOf(row.id))
    }
  },
})
