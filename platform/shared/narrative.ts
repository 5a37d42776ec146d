import * as z from 'zod/mini'

/** The mark as it stands in the schema and in the OpenAPI document. */
export const narrativeMark = { 'x-sensitive': 'narrative' } as const

/**
 * Marks what a person writes of a matter in own words. It may name anybody, so it stands in the record alone: in no address, log,
 * metric or refusal. `tests/security` takes these fields from the schemas and searches for what was typed there.
 */
export const narrative = <Text extends z.ZodMiniType<string, string>>(text: Text): Text => {
  z.globalRegistry.add(text, narrativeMark)
  return text
}
