import * as z from 'zod/mini'
import { defineEvent } from '#platform/shared/event.ts'

/** The subject of each is `incident:<id>`. Ids and codes only. */
const facts = z.object({ incidentId: z.string(), unitCode: z.string() })

export const incidentReceived = defineEvent('incidents.received', facts)
export const incidentDispatched = defineEvent('incidents.dispatched', facts)
export const incidentSigned = defineEvent('incidents.signed', facts)
export const incidentArrived = defineEvent('incidents.arrived', facts)
export const incidentDisposed = defineEvent(
  'incidents.disposed',
  z.object({ incidentId: z.string(), unitCode: z.string(), disposition: z.string(), caseId: z.nullable(z.string()) }),
)

/** The head of the unit decided that no administrative case is filed. */
export const filingRefused = defineEvent(
  'incidents.filingRefused',
  z.object({ incidentId: z.string(), unitCode: z.string(), paperId: z.string() }),
)

export const incidentPaperIssued = defineEvent(
  'incidents.paperIssued',
  z.object({ incidentId: z.string(), unitCode: z.string(), paperId: z.string(), form: z.string() }),
)

/** A later call about the same matter. */
export const callAdded = defineEvent('incidents.callAdded', z.object({ incidentId: z.string(), unitCode: z.string(), callId: z.string() }))

const merging = z.object({ incidentId: z.string(), unitCode: z.string(), intoId: z.string() })
export const incidentMerged = defineEvent('incidents.merged', merging)
export const incidentUnmerged = defineEvent('incidents.unmerged', merging)

/** The person was told that the matter is not for the police. */
export const incidentTold = defineEvent(
  'incidents.told',
  z.object({ incidentId: z.string(), unitCode: z.string(), isDisputed: z.boolean() }),
)

/** The desk took a unit back. */
export const incidentRecalled = defineEvent('incidents.recalled', facts)

/** A unit handed it on to another; `handOns` counts how often that has happened. */
export const incidentHandedOn = defineEvent(
  'incidents.handedOn',
  z.object({ incidentId: z.string(), fromUnit: z.string(), unitCode: z.string(), handOns: z.number() }),
)

/** A transferred matter was handed over to who is competent. */
export const incidentHandedOver = defineEvent('incidents.handedOver', facts)

export const dispositionCorrected = defineEvent(
  'incidents.dispositionCorrected',
  z.object({ incidentId: z.string(), unitCode: z.string(), before: z.string(), disposition: z.string(), caseId: z.nullable(z.string()) }),
)

/** All of them, as the module announces them. */
export const incidentEvents = [
  callAdded,
  incidentTold,
  incidentMerged,
  incidentUnmerged,
  filingRefused,
  dispositionCorrected,
  incidentHandedOver,
  incidentRecalled,
  incidentHandedOn,
  incidentPaperIssued,
  incidentReceived,
  incidentDispatched,
  incidentSigned,
  incidentArrived,
  incidentDisposed,
]
