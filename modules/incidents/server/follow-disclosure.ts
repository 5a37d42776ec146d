import { disclosureChanged } from '#modules/cases/events.ts'
import { caseDisclosure } from '#modules/cases/index.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import { setDisclosure } from './spread-disclosure.ts'
import type { IncidentTables } from './tables.ts'

/** An incident must not tell of a case what the case itself keeps secret, nor hide what it no longer does; those merged into it alike. */
export const followDisclosure = defineSubscriber<IncidentTables>()({
  name: 'incidents.follow-disclosure',
  on: [disclosureChanged],
  async handle(context, { bureauCode, facts }) {
    const kept = await caseDisclosure(context.open, bureauCode, facts.caseId)
    if (!kept?.incidentId) return
    const { incidentId, ...disclosure } = kept
    await setDisclosure(context, { bureauCode, incidentId, mergedOnly: false }, disclosure)
  },
})
