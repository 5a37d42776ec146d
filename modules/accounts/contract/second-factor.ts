import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { endpoint } from '#platform/shared/endpoint.ts'

/** Six digits of the authenticator app, or a recovery code as printed. */
export const Code = z.string().check(z.trim(), z.minLength(6), z.maxLength(20))
const Password = z.string().check(z.minLength(1), z.maxLength(200))

const SecondFactorCard = z.object({
  confirmedAt: z.nullable(z.iso.datetime({ offset: true })),
  /** Unused recovery codes. */
  codesLeft: z.number(),
  /** One of the roles is privileged and this is no demo: it cannot be switched off. */
  isDemanded: z.boolean(),
  /** Roles that count only once the second factor was shown. */
  withheldRoles: z.array(z.enum(roles)),
})
export type SecondFactorCard = z.infer<typeof SecondFactorCard>

export const mySecondFactor = endpoint({
  method: 'GET',
  path: '/api/account/second-factor',
  summary: 'Whether the officer who asks has a second factor, and how many recovery codes are left.',
  input: z.object({}),
  output: SecondFactorCard,
})

export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor',
  summary: 'Makes a secret for an authenticator app; it counts from its first right code on. An earlier one stays until then.',
  input: z.object({}),
  output: z.object({
    /** Base32, for typing. */
    secret: z.string(),
    /** The picture to scan: one string of 0 and 1 for each row. */
    qr: z.array(z.string()),
  }),
})

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/confirmation',
  summary: 'Takes the first code of the app, ends all other sessions, and gives ten recovery codes, once.',
  input: z.object({ code: z.string().check(z.trim(), z.regex(/^\d{6}$/, '#sixDigits')) }),
  output: z.object({ recoveryCodes: z.array(z.string()), endedSessions: z.number() }),
})

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/account/recovery-codes',
  summary: 'Gives ten new recovery codes, once; the earlier ones no longer count.',
  input: z.object({}),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const removeSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/removal',
  summary: 'Switches the own second factor off, where no role demands it.',
  input: z.object({}),
  output: SecondFactorCard,
})

export const proveAgain = endpoint({
  method: 'POST',
  path: '/api/session/proof',
  summary: 'Proves anew who sits there, before a sensitive act: by a code if there is a second factor, by the password if not.',
  input: z.object({ password: z.optional(Password), code: z.optional(Code) }),
  output: z.object({ provedUntil: z.iso.datetime({ offset: true }) }),
})

export const resetSecondFactor = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/second-factor/removal',
  summary: 'Takes the second factor of another officer away, such as after a lost phone, and ends all sessions of that officer.',
  input: z.object({ officerId: z.uuid() }),
  output: z.object({ endedSessions: z.number() }),
})
