import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { partyRoles } from '../domain/disclosure.ts'
import { identityChecks, partyChanges } from '../domain/party.ts'
import { Id, Instant, PersonName, Phone, Reason, when } from './fields.ts'

/** Noted so that the person can be called; it takes no message and is no factor of the query. */
const Landline = z.string().check(z.trim(), z.regex(/^0\d{2,3}-?\d{3,4}-?\d{4}$/, '#landline'))

/** Somebody who gets a receipt of their own. Without a mobile the printed code alone opens the query. */
export const NewParty = z.object({
  name: PersonName,
  phone: z.nullable(Phone),
  role: z.enum(partyRoles),
  landline: z.optional(Landline),
  isIdentitySecret: z.optional(z.boolean()),
})
export type NewParty = z.infer<typeof NewParty>

/** Name and numbers stand here masked; `cases.unmask` tells them, and is written down. */
export const PartyCard = z.object({
  id: Id,
  role: z.enum(partyRoles),
  /** Null: the person asked that nobody learns who it is, and the reader is none of those who have to know. */
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  landline: z.nullable(z.string()),
  isIdentitySecret: z.boolean(),
  /** A notice of refusal waits to be served on this party. */
  isNoticeDue: z.boolean(),
  can: z.object({ unmask: z.boolean(), change: z.boolean() }),
})

/** A line of what was done about the parties; neither names nor numbers. */
export const PartyChangeCard = z.object({
  id: Id,
  partyId: Id,
  kind: z.enum(partyChanges),
  role: z.enum(partyRoles),
  reason: z.nullable(z.string()),
  identityCheck: z.nullable(z.enum(identityChecks)),
  occurredAt: Instant,
  recordedAt: Instant,
  isLateEntry: z.boolean(),
  lateReason: z.nullable(z.string()),
  byName: z.string(),
  byUnitName: z.string(),
})

export const addParty = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/parties',
  summary: 'Adds a party to a case and issues its receipt; to a complainant of a refused case also the notice of refusal.',
  input: z.object({ caseId: Id, id: Id, party: NewParty, reason: z.optional(Reason), ...when }),
  output: z.object({ partyId: Id, receiptId: Id, noticeId: z.nullable(Id) }),
})

/** The counter's three acts: `id` is made by the client, so that the same click twice is told from another one. */
const counter = { caseId: Id, partyId: Id, id: Id, reason: Reason, identityCheck: z.enum(identityChecks), ...when }

export const changePartyPhone = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/parties/:partyId/phone',
  summary: 'Changes the mobile of a party, or removes it; the query asks for the new one at once.',
  input: z.object({ ...counter, phone: z.nullable(Phone), landline: z.optional(Landline) }),
  output: z.object({ partyId: Id }),
})

export const reissueReceipt = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/parties/:partyId/receipt',
  summary: 'Issues a lost receipt again with a new code; the old code stops working.',
  input: z.object(counter),
  output: z.object({ receiptId: Id }),
})

export const setIdentitySecrecy = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/parties/:partyId/identity-secrecy',
  summary: 'Keeps secret who a party is, as that person asks, or lifts it at their own request.',
  input: z.object({
    caseId: Id,
    partyId: Id,
    id: Id,
    isSecret: z.boolean(),
    reason: z.optional(Reason),
    identityCheck: z.optional(z.enum(identityChecks)),
    ...when,
  }),
  output: z.object({ partyId: Id, isIdentitySecret: z.boolean() }),
})

export const unmaskParty = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/parties/:partyId/unmask',
  summary: 'Tells the name and numbers of a party; written into the trail.',
  input: z.object({ caseId: Id, partyId: Id }),
  output: z.object({ name: z.string(), phone: z.nullable(z.string()), landline: z.nullable(z.string()) }),
})
