import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { endpoint } from '#platform/shared/endpoint.ts'
import { pageOf } from '#platform/shared/page.ts'
import { PasskeyAnswer } from './contract/passkeys.ts'
import { Code } from './contract/second-factor.ts'
import { unitKinds } from './domain/unit-file.ts'

const PoliceNumber = z.string().check(z.trim(), z.regex(/^\d{6}$/, '#policeNumber'))
const UnitCodeText = z.string().check(z.regex(/^\d{12}$/))
const allUnitKinds = ['bureau', ...unitKinds] as const
export type UnitKind = (typeof allUnitKinds)[number]

const GivenRole = z.object({
  role: z.enum(roles),
  unitCode: z.string(),
  /** Of a role held for a time for somebody else: the police number of whose it is. */
  onBehalfOf: z.optional(z.string()),
  untilAt: z.optional(z.iso.datetime({ offset: true })),
})

export {
  beginSecondFactor,
  confirmSecondFactor,
  mySecondFactor,
  proveAgain,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  type SecondFactorCard,
} from './contract/second-factor.ts'

export { type DelegationCard, delegateRole, endDelegation, myDelegations } from './contract/delegations.ts'
export { addPasskey, askForPasskey, askToSignIn, myPasskeys, removePasskey } from './contract/passkeys.ts'
export { type SignOnEnding, signOnBack, signOnEndings, signOnLeave } from './contract/sign-on.ts'
export {
  acceptInvitation,
  changeOfficer,
  deactivateOfficer,
  findOfficer,
  inviteOfficer,
  type InvitationRow,
  listInvitations,
  reactivateOfficer,
  renewSignIn,
  setGrants,
  withdrawInvitation,
} from './contract/staff.ts'
export { importUnits, saveUnit } from './contract/units.ts'

export const CurrentSession = z.object({
  /** Null for a stranger. */
  officer: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      policeNumber: z.string(),
      unitCode: z.string(),
      unitName: z.string(),
      bureauCode: z.string(),
      bureauName: z.string(),
      grants: z.array(GivenRole),
      /** Roles that count only once the second factor was shown. */
      withheldRoles: z.array(z.enum(roles)),
    }),
  ),
  demo: z.boolean(),
  /** Whether one may log in by the bureau's own identity provider, too. */
  signOn: z.boolean(),
  /** Whether one may log in by a passkey, too: only at a domain name with TLS. */
  passkeys: z.boolean(),
  serverNow: z.iso.datetime({ offset: true }),
})
export type CurrentSession = z.infer<typeof CurrentSession>

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary:
    'Signs an officer in by police number and password, and by a code where there is a second factor; the answer sets the session cookie.',
  input: z.object({
    policeNumber: PoliceNumber,
    password: z.string().check(z.minLength(1), z.maxLength(200)),
    code: z.optional(Code),
  }),
  output: CurrentSession,
})

export const signInByPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey',
  summary: 'Signs an officer in by the answer of a passkey, which names the officer by itself; the answer sets the session cookie.',
  input: z.object({ answer: PasskeyAnswer }),
  output: CurrentSession,
})

/** The only question of this module that a stranger may ask. */
export const currentSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, whether this is a demo, and the time of the server.',
  input: z.object({}),
  output: CurrentSession,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Ends the session of this browser.',
  input: z.object({}),
  output: CurrentSession,
})

const Session = z.object({
  id: z.string(),
  /** Browser and system, in a few words. */
  agent: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  lastSeenAt: z.iso.datetime({ offset: true }),
  expiresAt: z.iso.datetime({ offset: true }),
  isCurrent: z.boolean(),
})

export const mySessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  summary: 'The open sessions of the officer who asks.',
  input: z.object({}),
  output: z.object({ rows: z.array(Session) }),
})

export const revokeSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/revoke',
  summary: 'Ends one of the own sessions, such as one on a lost phone.',
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({ rows: z.array(Session) }),
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/account/password',
  summary: 'Changes the own password and ends all other sessions.',
  input: z.object({
    oldPassword: z.string().check(z.minLength(1), z.maxLength(200)),
    newPassword: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  output: z.object({ endedSessions: z.number() }),
})

export const UnitCard = z.object({
  code: z.string(),
  parentCode: z.nullable(z.string()),
  bureauCode: z.string(),
  kind: z.enum(allUnitKinds),
  nameZh: z.string(),
  nameEn: z.string(),
  shortName: z.string(),
  phone: z.nullable(z.string()),
  address: z.nullable(z.string()),
  /** Of a bureau: who decides on complaints about it, as its papers name them. */
  reconsiderationOrgan: z.nullable(z.string()),
  court: z.nullable(z.string()),
})
export type UnitCard = z.infer<typeof UnitCard>

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/units',
  summary: 'The units of the own bureau, parents before children.',
  input: z.object({}),
  output: z.object({ rows: z.array(UnitCard) }),
})

/** Full names of organs, and nothing else: they are printed as they are. */
const RemedyBodies = z.object({
  reconsiderationOrgan: z.nullable(
    z.string().check(z.trim(), z.regex(/^\p{Script=Han}{2,30}(人民政府|行政公署|管理委员会)$/u, '#reconsiderationOrgan')),
  ),
  court: z.nullable(z.string().check(z.trim(), z.regex(/^\p{Script=Han}{2,30}法院$/u, '#court'))),
})

export const setRemedyBodies = endpoint({
  method: 'POST',
  path: '/api/bureau/remedy-bodies',
  summary: 'Names the organ of reconsideration and the court that papers of the own bureau tell the citizen to turn to.',
  input: RemedyBodies,
  output: RemedyBodies,
})

export const listUnitOfficers = endpoint({
  method: 'GET',
  path: '/api/units/:code/officers',
  summary: 'The active officers of one unit of the own bureau, to choose from.',
  input: z.object({ code: UnitCodeText }),
  output: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), policeNumber: z.string() })) }),
})

const officerActs = ['end-sessions', 'reset-second-factor', 'renew-sign-in', 'set-grants', 'deactivate', 'reactivate', 'change'] as const

export const OfficerRow = z.object({
  id: z.string(),
  policeNumber: z.string(),
  name: z.string(),
  position: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  officePhone: z.nullable(z.string()),
  isActive: z.boolean(),
  grants: z.array(GivenRole),
  openSessions: z.number(),
  hasSecondFactor: z.boolean(),
  can: z.array(z.enum(officerActs)),
})
export type OfficerRow = z.infer<typeof OfficerRow>

export const listOfficers = endpoint({
  method: 'GET',
  path: '/api/officers',
  summary: 'Officers of the units that the administrator administers, by police number.',
  input: z.object({
    unitCode: z.optional(UnitCodeText),
    /** The first digits of police numbers. */
    policeNumber: z.optional(z.string().check(z.trim(), z.regex(/^\d{0,6}$/, '#policeNumber'))),
    after: z.optional(PoliceNumber),
  }),
  output: pageOf(OfficerRow),
})

export const endSessions = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/end-sessions',
  summary: 'Ends every session of an officer, such as after a phone was lost.',
  input: z.object({ officerId: z.uuid() }),
  output: z.object({ endedSessions: z.number() }),
})

const ListPath = z.string().check(z.regex(/^\/staff\/[a-z/-]{1,60}$/))
const SavedViews = z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), search: z.string() })) })

export const listViews = endpoint({
  method: 'GET',
  path: '/api/views',
  summary: 'The views that the officer who asks has saved of one list.',
  input: z.object({ list: ListPath }),
  output: SavedViews,
})

export const saveView = endpoint({
  method: 'POST',
  path: '/api/views',
  summary: 'Keeps the filters of a list under a name; the same name again replaces them.',
  input: z.object({
    id: z.uuid(),
    list: ListPath,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
    /** As it stands in the address, without `?`. */
    search: z.string().check(z.maxLength(600)),
  }),
  output: SavedViews,
})

export const removeView = endpoint({
  method: 'POST',
  path: '/api/views/:viewId/removal',
  summary: 'Forgets one of the own views.',
  input: z.object({ viewId: z.uuid() }),
  output: SavedViews,
})

/** Exists in a demo only; elsewhere it is not found. */
export const demoLogins = endpoint({
  method: 'GET',
  path: '/api/demo/logins',
  summary: 'One log-in for each role of the demo county.',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({ role: z.enum(roles), unitName: z.string(), name: z.string(), policeNumber: z.string(), password: z.string() }),
    ),
  }),
})
