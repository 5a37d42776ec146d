import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { narrative } from '#platform/shared/narrative.ts'
import { delegableRoles, delegationStates } from '../domain/delegation.ts'

const Instant = z.iso.datetime({ offset: true })
const Person = z.object({ name: z.string(), policeNumber: z.string() })

const DelegationCard = z.object({
  id: z.uuid(),
  role: z.enum(delegableRoles),
  unitName: z.string(),
  from: Person,
  to: Person,
  fromAt: Instant,
  untilAt: Instant,
  reason: z.string(),
  state: z.enum(delegationStates),
  isMine: z.boolean(),
  canEnd: z.boolean(),
})
export type DelegationCard = z.infer<typeof DelegationCard>
const Delegations = z.object({ rows: z.array(DelegationCard) })

export const myDelegations = endpoint({
  method: 'GET',
  path: '/api/account/delegations',
  summary: 'Roles that the officer who asks has handed to others, or holds for others, of the last year.',
  input: z.object({}),
  output: Delegations,
})

export const delegateRole = endpoint({
  method: 'POST',
  path: '/api/account/delegations',
  summary: 'Hands one of the own roles to another officer of the bureau for at most 30 days; one keeps it oneself, too.',
  input: z.object({
    id: z.uuid(),
    toPoliceNumber: z.string().check(z.trim(), z.regex(/^\d{6}$/, '#policeNumber')),
    role: z.enum(delegableRoles),
    unitCode: z.string().check(z.regex(/^\d{12}$/)),
    fromAt: Instant,
    untilAt: Instant,
    reason: narrative(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  }),
  output: Delegations,
})

export const endDelegation = endpoint({
  method: 'POST',
  path: '/api/account/delegations/:delegationId/end',
  summary: 'Ends a delegation before its time; whoever gave it or holds it may.',
  input: z.object({ delegationId: z.uuid() }),
  output: Delegations,
})
