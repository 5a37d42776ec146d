import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { Actor } from '#kernel/actor.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { About, Doing } from './context.ts'
import { openAs } from './database.ts'
import { readInput } from './input.ts'
import { appendEvents } from './outbox.ts'
import type { Platform } from './platform.ts'
import { houseRefusals, Refusal } from './refusal.ts'

/** One change to the record. It cannot be written unguarded, unvalidated or unaudited: its type demands all three. */
export interface Action<Tables, Input extends z.ZodMiniType, Output> {
  readonly kind: 'action'
  readonly name: string
  readonly input: Input
  /** May this kind of person do this kind of thing? Whether to *this* case is asked in SQL. */
  allowedTo(actor: Actor): boolean
  run(context: Doing & { readonly tx: Kysely<Tables> }, input: z.output<Input>): Promise<Output>
}

export const defineAction =
  <Tables>() =>
  <Input extends z.ZodMiniType, Output>(action: Omit<Action<Tables, Input, Output>, 'kind'>): Action<Tables, Input, Output> => ({
    ...action,
    kind: 'action',
  })

/** Permission, validation, change, audit entry and events: all of them or none. A refused attempt is recorded by itself. */
export async function perform<Tables, Input extends z.ZodMiniType, Output>(
  platform: Platform,
  action: Action<Tables, Input, Output>,
  actor: Actor,
  rawInput: unknown,
): Promise<Output> {
  let about: About | null = null
  try {
    if (!action.allowedTo(actor)) throw houseRefusals.notAllowed(action.name)
    const input = readInput(action.input, rawInput)
    const output = await platform.db.transaction().execute(async (tx) => {
      const open = openAs(tx)
      const now = await platform.clock.now(open)
      const events: DomainEvent[] = []
      const context = {
        actor,
        now,
        open,
        tx: open.as<Tables>(),
        vault: platform.vault,
        addresses: platform.addresses,
        isDemo: platform.isDemo,
        inputHash: platform.vault.hash('input', JSON.stringify(input)),
        emit: (event: DomainEvent) => void events.push(event),
        about: (given: About) => void (about = given),
      }
      const result = await action.run(context, input)
      await appendEvents(platform, open, { bureauCode: (about ?? actor).bureauCode, events, now })
      // why: last, since its chain is the one lock that all changes of a unit share.
      await platform.audit.append(open, { actor, action: action.name, about, outcome: 'done', at: now })
      return result
    })
    platform.wake()
    return output
  } catch (error) {
    // why: the change is undone, but that somebody tried is itself evidence.
    if (error instanceof Refusal) await recordAttempt(platform, { actor, action: action.name, about, outcome: error.code })
    throw error
  }
}

interface Attempt {
  readonly actor: Actor
  readonly action: string
  readonly about: About | null
  readonly outcome: string
}

/** Writes one audit entry in a transaction of its own: for what was read, and for what was refused. */
export async function recordAttempt(platform: Platform, attempt: Attempt): Promise<void> {
  await platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    await platform.audit.append(open, { ...attempt, at: await platform.clock.now(open) })
  })
}
