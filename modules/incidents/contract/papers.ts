import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { incidentForms, serviceWays } from '../domain/incident-paper.ts'
import { Id, Instant, late, text, told } from './fields.ts'

export const IncidentPaper = z.object({
  id: Id,
  form: z.enum(incidentForms),
  paperNumber: z.string(),
  issuedAt: Instant,
  served: z.nullable(z.object({ way: z.enum(serviceWays), at: Instant, byName: z.string() })),
})

export const refuseFiling = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/refusal',
  summary: 'The unit head decides that no administrative case is filed; the notice with its remedies is there at once.',
  input: z.object({ incidentId: Id, paperId: Id, reason: told(500, 2), ...late }),
  output: z.object({ id: Id, paperId: Id, paperNumber: z.string() }),
})

export const issueNotice = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/notices',
  summary: 'Issues the notice of transfer, or, where it is disputed that a matter is not for the police, the written notice of it.',
  input: z.object({
    incidentId: Id,
    paperId: Id,
    form: z.enum(['other-authority-notice', 'transfer-notice']),
    /** The authority to turn to, or the unit that takes over. */
    addressee: text(100, 2),
    reason: told(500, 2),
  }),
  output: z.object({ paperId: Id, paperNumber: z.string() }),
})

export const receiveEvidence = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence',
  summary: 'Lists what was handed over in evidence; the list is given to who handed it over.',
  input: z.object({
    incidentId: Id,
    paperId: Id,
    giverName: text(60),
    items: z.array(z.object({ name: text(60), quantity: text(20), features: told(200, 0) })).check(z.minLength(1), z.maxLength(50)),
    ...late,
  }),
  output: z.object({ paperId: Id, paperNumber: z.string() }),
})

export const servePaper = endpoint({
  method: 'POST',
  path: '/api/incidents/:incidentId/papers/:paperId/service',
  summary: 'Records that a paper reached the person it is for, when and how.',
  input: z.object({ incidentId: Id, paperId: Id, way: z.enum(serviceWays), ...late }),
  output: z.object({ servedAt: Instant }),
})

/** Answers the printed form itself, not JSON. */
export const readIncidentPaper = endpoint({
  method: 'GET',
  path: '/api/incidents/:incidentId/papers/:paperId',
  summary: 'The printed form of a notice or list, as PDF.',
  input: z.object({ incidentId: Id, paperId: Id }),
  output: z.string(),
})
