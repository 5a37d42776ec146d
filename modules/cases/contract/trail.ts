import * as z from 'zod/mini'
import { TrailPage, trailPlace } from '#modules/audit/contract.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { Id } from './fields.ts'

export const listCaseTrail = endpoint({
  method: 'GET',
  path: '/api/cases/:caseId/trail',
  summary: 'Who looked at the case and who acted on it; for its investigators, those who lead and supervise, and the case centre.',
  input: z.object({ caseId: Id, ...trailPlace }),
  output: TrailPage,
})
