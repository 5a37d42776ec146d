import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { narrative } from '#platform/shared/narrative.ts'
import { pageOf } from '#platform/shared/page.ts'
import { messageStates } from './domain/message-state.ts'
import { stopKinds } from './domain/reply.ts'
import { messageKinds } from './domain/template.ts'

const Instant = z.iso.datetime({ offset: true })

export const InboxMessage = z.object({
  id: z.uuid(),
  /** The wording as it was sent, in both languages of the staff. */
  text: z.object({ zh: z.string(), en: z.string() }),
  path: z.string(),
  unitCode: z.string(),
  role: z.nullable(z.enum(roles)),
  createdAt: Instant,
  isRead: z.boolean(),
})
export type InboxMessage = z.infer<typeof InboxMessage>

export const listMessagesEndpoint = endpoint({
  method: 'GET',
  path: '/api/messages',
  summary: 'Messages to me, my role or my unit, newest first.',
  input: z.object({ only: z.optional(z.enum(['unread'])), after: z.optional(z.string().check(z.maxLength(200))) }),
  output: pageOf(InboxMessage),
})

export const countUnreadEndpoint = endpoint({
  method: 'GET',
  path: '/api/messages/unread',
  summary: 'How many messages of the last thirty days I have not read; 100 stands for 100 or more.',
  input: z.object({}),
  output: z.object({ count: z.number() }),
})

export const markReadEndpoint = endpoint({
  method: 'POST',
  path: '/api/messages/:id/read',
  summary: 'Marks one message as read by me.',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), isRead: z.literal(true) }),
})

/** For operators: how it goes, never to whom or what it says. */
export const OutgoingMessage = z.object({
  id: z.uuid(),
  template: z.string(),
  kind: z.enum(messageKinds),
  unitCode: z.string(),
  channel: z.nullable(z.string()),
  state: z.enum(messageStates),
  /** Since it was last queued; ten at most. */
  attempts: z.number(),
  /** How often it was handed to a gateway in all. */
  sendings: z.number(),
  isPossiblyTwice: z.boolean(),
  reason: z.nullable(z.string()),
  createdAt: Instant,
  sentAt: z.nullable(Instant),
  deliveredAt: z.nullable(Instant),
  nextAttemptAt: z.nullable(Instant),
  expiresAt: Instant,
})
export type OutgoingMessage = z.infer<typeof OutgoingMessage>

export const listOutgoingEndpoint = endpoint({
  method: 'GET',
  path: '/api/messages/outgoing',
  summary: 'Messages to phones and how they go, for administrators: what is stuck from its oldest, everything else from its newest.',
  input: z.object({
    only: z.optional(z.enum(['stuck', 'possibly-twice'])),
    state: z.optional(z.enum(messageStates)),
    channel: z.optional(z.string().check(z.maxLength(40))),
    after: z.optional(z.string().check(z.maxLength(200))),
  }),
  output: pageOf(OutgoingMessage),
})

export const countByStateEndpoint = endpoint({
  method: 'GET',
  path: '/api/messages/outgoing/counts',
  summary: 'How many messages to phones of the last seven days stand in each state, by channel; without a channel none has taken them up.',
  input: z.object({}),
  output: z.object({
    since: Instant,
    counts: z.array(z.object({ channel: z.nullable(z.string()), state: z.enum(messageStates), count: z.number() })),
  }),
})

export const tryAgainEndpoint = endpoint({
  method: 'POST',
  path: '/api/messages/:id/attempts',
  summary: 'Has a stuck message sent again from its first attempt.',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), state: z.literal('queued') }),
})

/** Follow-up work of the program that is out of attempts: which part of it, on what, and the name of its last error. */
export const StuckDelivery = z.object({
  eventId: z.uuid(),
  subscriber: z.string(),
  event: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  attempts: z.number(),
  error: z.nullable(z.string()),
  since: Instant,
})
export type StuckDelivery = z.infer<typeof StuckDelivery>

export const listStuckDeliveriesEndpoint = endpoint({
  method: 'GET',
  path: '/api/deliveries/stuck',
  summary: 'Follow-up work that is out of attempts, oldest first, for administrators of the whole bureau.',
  input: z.object({ after: z.optional(z.string().check(z.maxLength(300))) }),
  output: pageOf(StuckDelivery),
})

export const retryDeliveryEndpoint = endpoint({
  method: 'POST',
  path: '/api/deliveries/:eventId/attempts',
  summary: 'Has follow-up work that is out of attempts tried again, and with it what waits behind it.',
  input: z.object({ eventId: z.uuid(), subscriber: z.string().check(z.minLength(1), z.maxLength(100)) }),
  output: z.object({ eventId: z.uuid(), subscriber: z.string(), state: z.literal('queued') }),
})

const Told = { phone: z.string().check(z.maxLength(40)), reason: narrative(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))) }

export const stopMessagesEndpoint = endpoint({
  method: 'POST',
  path: '/api/messages/stops',
  summary: 'Stops all messages of the bureau to a phone whose owner wants none, or who is not the one they are meant for.',
  input: z.object({ ...Told, kind: z.enum(stopKinds) }),
  output: z.object({ kind: z.enum(stopKinds) }),
})

export const resumeMessagesEndpoint = endpoint({
  method: 'POST',
  path: '/api/messages/stops/lift',
  summary: 'Lets messages go to a phone again.',
  input: z.object(Told),
  output: z.object({ isLifted: z.literal(true) }),
})
