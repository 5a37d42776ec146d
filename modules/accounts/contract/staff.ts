import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { pageOf } from '#platform/shared/page.ts'
import { invitationStates } from '../domain/invitation.ts'

const Instant = z.iso.datetime({ offset: true })
const PoliceNumber = z.string().check(z.trim(), z.regex(/^\d{6}$/, '#policeNumber'))
const UnitCodeText = z.string().check(z.regex(/^\d{12}$/))
const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))
const OfficePhone = z.nullable(z.string().check(z.trim(), z.regex(/^[\d -]{5,20}$/, '#officePhone')))
const Grants = z.array(z.object({ role: z.enum(roles), unitCode: UnitCodeText })).check(z.maxLength(20))

/** A code to hand over in person; it is shown this once. */
const HandedCode = z.object({ code: z.string(), expiresAt: Instant, joinAddress: z.string() })

export const inviteOfficer = endpoint({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Makes a code with which an officer opens an account; an earlier open one for the same police number is withdrawn.',
  input: z.object({
    policeNumber: PoliceNumber,
    name: text(30),
    unitCode: UnitCodeText,
    position: text(30),
    officePhone: OfficePhone,
    grants: Grants,
  }),
  output: HandedCode,
})

export const renewSignIn = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/renewal',
  summary: 'Voids the password of another officer, ends the sessions, and makes a code with which a new one is set.',
  input: z.object({ officerId: z.uuid() }),
  output: z.extend(HandedCode, { endedSessions: z.number() }),
})

const InvitationRow = z.object({
  id: z.string(),
  purpose: z.enum(['join', 'renew']),
  state: z.enum(invitationStates),
  policeNumber: z.string(),
  name: z.string(),
  unitName: z.string(),
  grants: z.array(z.object({ role: z.enum(roles), unitCode: z.string() })),
  /** Null: the machine itself, by command. */
  invitedBy: z.nullable(z.object({ name: z.string(), policeNumber: z.string() })),
  madeAt: Instant,
  expiresAt: Instant,
  usedAt: z.nullable(Instant),
})
export type InvitationRow = z.infer<typeof InvitationRow>

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/invitations',
  summary: 'Codes given out in the units that the administrator administers, the newest first: for whom, by whom, and what became of them.',
  input: z.object({ state: z.optional(z.enum(invitationStates)), after: z.optional(z.string().check(z.maxLength(120))) }),
  output: pageOf(InvitationRow),
})

export const withdrawInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:invitationId/withdrawal',
  summary: 'Makes an open code useless.',
  input: z.object({ invitationId: z.uuid() }),
  output: z.object({}),
})

/** A stranger's: the code itself is the proof. */
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/acceptance',
  summary: 'Uses a code up: makes the account with this password, or sets it for the account that the code renews.',
  input: z.object({
    policeNumber: PoliceNumber,
    code: text(40),
    password: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  output: z.object({ policeNumber: z.string(), purpose: z.enum(['join', 'renew']) }),
})

export const setGrants = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/grants',
  summary: 'Gives another officer exactly these roles in the units that the administrator administers; grants elsewhere stay.',
  input: z.object({ officerId: z.uuid(), grants: Grants }),
  output: z.object({ given: z.number(), taken: z.number() }),
})

export const changeOfficer = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId',
  summary: 'Corrects name, position or office phone of an officer, or moves the officer to another unit.',
  input: z.object({ officerId: z.uuid(), name: text(30), unitCode: UnitCodeText, position: text(30), officePhone: OfficePhone }),
  output: z.object({}),
})

export const deactivateOfficer = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/deactivation',
  summary: 'Closes the account of another officer and ends the sessions; what the officer did stays in the record.',
  input: z.object({ officerId: z.uuid() }),
  output: z.object({ endedSessions: z.number() }),
})

export const reactivateOfficer = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/reactivation',
  summary: 'Opens a closed account again, with the grants it had.',
  input: z.object({ officerId: z.uuid() }),
  output: z.object({}),
})

export const findOfficer = endpoint({
  method: 'GET',
  path: '/api/officers/:officerId',
  summary: 'How an officer came to the account and to each role.',
  input: z.object({ officerId: z.uuid() }),
  output: z.object({
    /** Null: before there were invitations, or by the machine itself. */
    invitedBy: z.nullable(z.object({ name: z.string(), at: Instant })),
    history: z.array(
      z.object({
        change: z.enum(['given', 'taken']),
        role: z.enum(roles),
        unitName: z.string(),
        at: Instant,
        byName: z.nullable(z.string()),
      }),
    ),
  }),
})
