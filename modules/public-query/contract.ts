import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { narrative } from '#platform/shared/narrative.ts'
import { pageOf } from '#platform/shared/page.ts'
import { partyRoles } from './domain/milestone.ts'
import { fewestShownDays, mostShownDays } from './domain/shown-time.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ offset: true })
const Both = z.object({ zh: z.string(), en: z.string() })

export const disagreementStates = ['open', 'answered'] as const

/** What a party disagrees with, without a word of theirs. */
export const DisagreementCard = z.object({
  id: Id,
  caseId: Id,
  number: z.string(),
  milestone: Both,
  role: z.enum(partyRoles),
  unitCode: z.string(),
  unitName: Both,
  saidAt: Instant,
  hasText: z.boolean(),
  answeredAt: z.nullable(Instant),
  answeredByName: z.nullable(z.string()),
})
export type DisagreementCard = z.infer<typeof DisagreementCard>

export const listDisagreements = endpoint({
  method: 'GET',
  path: '/api/disagreements',
  summary: 'A page of what parties disagree with, newest first.',
  input: z.object({
    state: z.optional(z.enum(disagreementStates)),
    unit: z.optional(z.string().check(z.regex(/^\d{12}$/))),
    number: z.optional(z.string().check(z.trim(), z.maxLength(40))),
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  }),
  output: pageOf(DisagreementCard),
})

export const DisagreementDetail = z.extend(DisagreementCard, {
  text: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  can: z.object({ answer: z.boolean() }),
})
export type DisagreementDetail = z.infer<typeof DisagreementDetail>

export const findDisagreement = endpoint({
  method: 'GET',
  path: '/api/disagreements/:disagreementId',
  summary: 'One disagreement with what the party wrote and what was answered; reading it is written into the trail.',
  input: z.object({ disagreementId: Id }),
  output: DisagreementDetail,
})

export const answerDisagreement = endpoint({
  method: 'POST',
  path: '/api/disagreements/:disagreementId/answer',
  summary: 'Answers a disagreement once; the party reads it on their page.',
  input: z.object({ disagreementId: Id, answer: narrative(z.string().check(z.trim(), z.minLength(2), z.maxLength(1_000))) }),
  output: z.object({ answeredAt: Instant }),
})

const Setting = z.object({ shownDays: z.number(), setAt: z.nullable(Instant), setByName: z.nullable(z.string()) })

export const findSetting = endpoint({
  method: 'GET',
  path: '/api/query-setting',
  summary: 'How many days after closing a case stays in the public query of one’s bureau.',
  input: z.object({}),
  output: Setting,
})

export const changeSetting = endpoint({
  method: 'POST',
  path: '/api/query-setting',
  summary: 'Sets how many days after closing a case stays in the public query.',
  input: z.object({ shownDays: z.coerce.number().check(z.int(), z.minimum(fewestShownDays), z.maximum(mostShownDays)) }),
  output: Setting,
})
