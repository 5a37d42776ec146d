import * as z from 'zod/mini'
import { narrative } from '#platform/shared/narrative.ts'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Phone = z.string().check(z.trim(), z.regex(/^1\d{10}$/, '#phone'))
export const Reason = narrative(z.string().check(z.trim(), z.minLength(1), z.maxLength(500)))
export const PersonName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

/** When it happened, and why it is entered only now; left out it is now. */
export const when = { occurredAt: z.optional(Instant), lateReason: z.optional(Reason) }
