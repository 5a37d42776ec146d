import { z } from 'zod'
import type { Language } from '#kernel/bilingual.ts'
import type { Envelope } from './channel.ts'

/** Our template as a provider has approved it: its code for each language, and our parameters in the order of its own. */
const Approved = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1).optional(),
  parameters: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/)).max(20),
})

/** By our id and version: `public-query.code@1`. */
export const ApprovedTemplates = z.record(z.string().regex(/^[a-z-]+\.[a-z-]+@\d+$/), Approved)
export type ApprovedTemplates = z.output<typeof ApprovedTemplates>

export const templateKey = ({ id, version }: Envelope['template']): string => `${id}@${version}`

interface Filled {
  readonly code: string
  readonly values: readonly (readonly [name: string, value: string])[]
}

/** The provider's code and the values in its order. Nothing if it is not approved, or wants what the message does not have. */
export function fillApproved(
  templates: ApprovedTemplates,
  { template, parameters, language }: { template: Envelope['template']; parameters: Envelope['parameters']; language: Language },
): Filled | undefined {
  const approved = templates[templateKey(template)]
  if (!approved) return undefined
  const values = approved.parameters.map((name) => [name, parameters[name]] as const)
  if (values.some(([, value]) => value === undefined)) return undefined
  // why: providers refuse numbers; to them every value is text.
  return { code: (language === 'en' && approved.en) || approved.zh, values: values.map(([name, value]) => [name, String(value)]) }
}
