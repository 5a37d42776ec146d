import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { narrative } from '#platform/shared/narrative.ts'
import { requestKinds, requestWays } from '../domain/leader-request.ts'
import { Id, Instant, when } from './fields.ts'

const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))

const LeaderRequestCard = z.object({
  id: Id,
  kind: z.enum(requestKinds),
  way: z.enum(requestWays),
  occurredAt: Instant,
  recordedAt: Instant,
  isLateEntry: z.boolean(),
  byName: z.string(),
  /** Null for who reads only that there is a record. */
  asked: z.nullable(z.object({ leaderName: z.string(), leaderPost: z.string(), what: z.string() })),
})
export type LeaderRequestCard = z.infer<typeof LeaderRequestCard>

export const listLeaderRequests = endpoint({
  method: 'GET',
  path: '/api/cases/:caseId/leader-requests',
  summary: 'What leaders asked about a case, as its officers wrote it down; who asked for what is read by these and by supervisors.',
  input: z.object({ caseId: Id }),
  output: z.object({ rows: z.array(LeaderRequestCard), canRecord: z.boolean() }),
})

export const recordLeaderRequest = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/leader-requests',
  summary: 'Writes down that a leader asked about the case: who, when, how, and what was asked. It cannot be changed or removed.',
  input: z.object({
    caseId: Id,
    /** Made by the client, so that the same click twice is one record. */
    id: Id,
    kind: z.enum(requestKinds),
    way: z.enum(requestWays),
    leaderName: text(30),
    leaderPost: text(60),
    what: narrative(text(2000)),
    ...when,
  }),
  output: z.object({ id: Id }),
})
