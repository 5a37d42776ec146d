import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

const LawCard = z.object({
  id: z.string(),
  title: Words,
  documentNumber: z.nullable(z.string()),
  inForceFrom: z.nullable(z.string()),
  inForceUntil: z.nullable(z.string()),
  articles: z.array(z.object({ article: z.string(), text: Words, about: Words })),
})

export const listLawsEndpoint = endpoint({
  method: 'GET',
  path: '/api/laws',
  summary: 'The laws and regulations that are cited, by edition, with what each cited article is about.',
  input: z.object({}),
  output: z.object({ laws: z.array(LawCard) }),
})
