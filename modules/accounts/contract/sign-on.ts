import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'

/** How a log-in by the identity provider ended, if it did not succeed; the log-in page says it. */
export const signOnEndings = ['refused', 'unknown', 'unreachable'] as const
export type SignOnEnding = (typeof signOnEndings)[number]

export const signOnLeave = endpoint({
  method: 'GET',
  path: '/api/sign-on',
  summary: 'Sends the browser to the identity provider of the bureau; not found where the settings name none.',
  input: z.object({}),
  output: z.object({}),
})

export const signOnBack = endpoint({
  method: 'GET',
  path: '/api/sign-on/return',
  summary: 'Takes the browser back from the identity provider, sets the session cookie, and sends it on to the staff pages.',
  input: z.object({ code: z.optional(z.string()), state: z.optional(z.string()) }),
  output: z.object({}),
})
