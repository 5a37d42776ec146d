import * as z from 'zod/mini'
import { TrailPage, trailPlace } from '#modules/audit/contract.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { Id } from './fields.ts'

export const listIncidentTrail = endpoint({
  method: 'GET',
  path: '/api/incidents/:incidentId/trail',
  summary: 'Who looked at the incident and who acted on it; for its holder, those who lead and supervise, and the case centre.',
  input: z.object({ incidentId: Id, ...trailPlace }),
  output: TrailPage,
})
