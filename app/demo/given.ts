import type * as z from 'zod/mini'
import { readInput } from '#platform/server/input.ts'
import type { Doing } from './ledger.ts'

interface Given<Schema extends z.ZodMiniType> {
  readonly input: z.output<Schema>
  readonly doing: Doing
}

/** The input as an action would read it, and the deed with the hash of it. */
export function given<Schema extends z.ZodMiniType>(doing: Doing, schema: Schema, raw: object): Given<Schema> {
  const input = readInput(schema, raw)
  return { input, doing: { ...doing, inputHash: doing.vault.hash('input', JSON.stringify(input)) } }
}
