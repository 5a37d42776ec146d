import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'

const Instant = z.iso.datetime({ offset: true })

/** As browsers give and take it (WebAuthn's JSON); the server's library reads it. */
const Options = z.record(z.string(), z.unknown())
/** At most 1,023 bytes (WebAuthn, credential ID), in base64url. */
const CredentialId = z.string().check(z.regex(/^[\w-]{1,1364}$/))
export const PasskeyAnswer = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.optional(z.string().check(z.maxLength(30))),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

const Passkeys = z.object({
  /** Only where the staff pages have a domain name and TLS. */
  isOffered: z.boolean(),
  rows: z.array(z.object({ id: z.uuid(), name: z.string(), madeAt: Instant, lastUsedAt: z.nullable(Instant) })),
})

export const myPasskeys = endpoint({
  method: 'GET',
  path: '/api/account/passkeys',
  summary: 'The passkeys of the officer who asks, and whether one may be added here.',
  input: z.object({}),
  output: Passkeys,
})

export const askForPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/challenge',
  summary: 'What the browser needs to make a passkey; answered once within five minutes.',
  input: z.object({}),
  output: Options,
})

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys',
  summary: 'Keeps the public key of a new passkey of the officer who asks.',
  input: z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)), answer: PasskeyAnswer }),
  output: Passkeys,
})

export const removePasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/removal',
  summary: 'Forgets one of the own passkeys.',
  input: z.object({ passkeyId: z.uuid() }),
  output: Passkeys,
})

export const askToSignIn = endpoint({
  method: 'POST',
  path: '/api/session/passkey/challenge',
  summary: 'What the browser needs to log in by a passkey; not found where none are offered.',
  input: z.object({}),
  output: Options,
})
