import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { stepKinds } from './domain/due-answer.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Instant = z.iso.datetime({ offset: true })

export const explainClockEndpoint = endpoint({
  method: 'GET',
  path: '/api/clocks/explain',
  summary: 'The sum behind the end of one statutory clock, line by line, with the articles.',
  input: z.object({
    subject: z.string().check(z.minLength(3), z.maxLength(120)),
    rule: z.string().check(z.regex(/^[a-z0-9_.]{3,80}$/)),
  }),
  output: z.object({
    title: Words,
    startedAt: Instant,
    dueAt: Instant,
    isProvisional: z.boolean(),
    standing: z.enum(['confirmed', 'secondary', 'unconfirmed']),
    steps: z.array(z.object({ kind: z.enum(stepKinds), text: Words, at: z.nullable(Instant), basis: z.array(Words) })),
  }),
})
export type ClockExplanation = z.infer<typeof explainClockEndpoint.output>
