import * as z from 'zod/mini'
import { givenCause } from '#modules/cases/contract.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { handOverWays, reporterToldWays } from '../domain/hand-over.ts'
import { dispositions } from '../domain/incident-state.ts'
import { Stepped } from './dispatch.ts'
import { Id, late, Phone, partyRole, secrecy, sensitivity, text, told } from './fields.ts'

const Outcome = z.object({
  incidentId: Id,
  disposition: z.enum(dispositions),
  /** The reason, the recipient or the result, whichever the disposition asks for. */
  note: z.optional(told(500, 2)),
  caseId: z.optional(Id),
  ...givenCause,
  causeCode: z.optional(givenCause.causeCode),
  matter: z.optional(told(500, 2)),
  reporterName: z.optional(text(60)),
  reporterPhone: z.optional(Phone),
  /** Who hears of a refusal depends on it: a complainant does, a reporter does not. */
  reporterRole: z.optional(partyRole),
  /** The person asks that nobody learns who it is: already the first receipt, and every later paper, names nobody. */
  reporterIdentitySecret: z.optional(z.boolean()),
  sensitivity: z.optional(sensitivity),
  secrecy: z._default(secrecy, 'ordinary'),
  ...late,
})
const Recorded = z.extend(Stepped, { caseId: z.nullable(Id), caseNumber: z.nullable(z.string()), receiptId: z.nullable(Id) })

export const disposeIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/disposition',
  summary: 'Records how the incident ended; a suspected crime is accepted at once, with its receipt.',
  input: Outcome,
  output: Recorded,
})

export const correctDisposition = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/correction',
  summary: 'Puts another outcome in the place of the one recorded, as long as nothing has come of it; the old one stays in the history.',
  input: z.extend(Outcome, { reason: told(200, 2) }),
  output: Recorded,
})

export const handOverIncident = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/hand-over',
  summary: 'A transferred matter was handed over to who is competent and the reporter was told, within the 24 hours or late.',
  input: z.object({ incidentId: Id, to: text(100, 2), way: z.enum(handOverWays), reporterTold: z.enum(reporterToldWays), ...late }),
  output: Stepped,
})
