import * as z from 'zod/mini'
import { narrativeMark } from '#platform/shared/narrative.ts'

interface Schema {
  readonly type?: string
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/** A field that takes whatever is typed, by its last name, and whether it is marked as narrative. */
interface FreeText {
  readonly name: string
  readonly most: number
  readonly isNarrative: boolean
}

const [markName] = Object.keys(narrativeMark)

function textsIn(schema: Schema, name: string): FreeText[] {
  const { type, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema
  const isFree = type === 'string' && !schema.pattern && !schema.format && !schema.enum && schema.const === undefined
  return [
    ...(isFree ? [{ name, most: schema.maxLength ?? Infinity, isNarrative: Object.hasOwn(schema, markName ?? '') }] : []),
    ...Object.entries(properties).flatMap(([field, inner]) => textsIn(inner, field)),
    ...(items ? textsIn(items, name) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => textsIn(inner, name)),
  ]
}

/** Every field of an input that takes free text. */
export const freeTextsIn = (input: z.ZodMiniType): FreeText[] =>
  textsIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, '')

/** The names of the fields in which people write of a matter in own words. */
export const narrativesIn = (input: z.ZodMiniType): string[] =>
  freeTextsIn(input).flatMap(({ name, isNarrative }) => (isNarrative ? [name] : []))
