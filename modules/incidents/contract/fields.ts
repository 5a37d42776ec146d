import * as z from 'zod/mini'
import { narrative } from '#platform/shared/narrative.ts'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const UnitCodeText = z.string().check(z.regex(/^\d{12}$/))
/** A mobile number, or a landline with its area code: a call may come from either. Only a mobile takes messages. */
export const Phone = z.string().check(z.trim(), z.regex(/^(1\d{10}|0\d{9,11})$/, '#callerPhone'))
export const text = (most: number, least = 1) => z.string().check(z.trim(), z.minLength(least), z.maxLength(most))
/** What a person writes of a matter in own words. */
export const told = (most: number, least = 1) => narrative(text(most, least))
export const late = { occurredAt: z.optional(Instant), lateReason: z.optional(told(200)) }

export const sensitivity = z.enum(['none', 'domestic', 'sexual', 'minor', 'operational'])
export const partyRole = z.enum(['reporter', 'complainant', 'victim'])
export const secrecy = z.enum(['ordinary', 'secret'])
