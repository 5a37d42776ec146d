import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { Actor } from '#kernel/actor.ts'
import { recordAttempt } from './action.ts'
import type { About, Doing } from './context.ts'
import { openAs } from './database.ts'
import { readInput } from './input.ts'
import type { Platform } from './platform.ts'
import { houseRefusals, Refusal } from './refusal.ts'

type Asking = Omit<Doing, 'emit' | 'inputHash'> & Pick<Platform, 'books'>

/** One question to the record. `isSensitive` adds a line to the reading trail whenever `about` was named. */
export interface Query<Tables, Input extends z.ZodMiniType, Output> {
  readonly kind: 'query'
  readonly name: string
  readonly input: Input
  readonly isSensitive: boolean
  allowedTo(actor: Actor): boolean
  read(context: Asking & { readonly db: Kysely<Tables> }, input: z.output<Input>): Promise<Output>
}

type Described<Tables, Input extends z.ZodMiniType, Output> = Omit<Query<Tables, Input, Output>, 'kind' | 'isSensitive'> & {
  readonly isSensitive?: boolean
}

export const defineQuery =
  <Tables>() =>
  <Input extends z.ZodMiniType, Output>(query: Described<Tables, Input, Output>): Query<Tables, Input, Output> => ({
    isSensitive: false,
    ...query,
    kind: 'query',
  })

/** Answers a question; a refused one leaves a line in the trail like a refused change. */
export async function ask<Tables, Input extends z.ZodMiniType, Output>(
  platform: Platform,
  query: Query<Tables, Input, Output>,
  actor: Actor,
  rawInput: unknown,
): Promise<Output> {
  let about: About | null = null
  try {
    if (!query.allowedTo(actor)) throw houseRefusals.notAllowed(query.name)
    const input = readInput(query.input, rawInput)
    const open = openAs(platform.db)
    const context = {
      actor,
      now: await platform.clock.now(open),
      open,
      db: open.as<Tables>(),
      vault: platform.vault,
      addresses: platform.addresses,
      isDemo: platform.isDemo,
      books: platform.books,
      about: (given: About) => void (about = given),
    }
    const answer = await query.read(context, input)
    // why: written before the answer leaves, or a crash in between would hide that it was seen.
    if (query.isSensitive && about) await recordAttempt(platform, { actor, action: query.name, about, outcome: 'read' })
    return answer
  } catch (error) {
    if (error instanceof Refusal) await recordAttempt(platform, { actor, action: query.name, about, outcome: error.code })
    throw error
  }
}
