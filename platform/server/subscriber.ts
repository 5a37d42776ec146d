import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { EventType } from '#platform/shared/event.ts'
import type { Doing } from './context.ts'

/** An event as it was recorded, with its place in the stream of its subject. */
export interface Happened<Facts> {
  readonly id: string
  readonly name: string
  readonly subject: string
  readonly position: number
  readonly bureauCode: BureauCode
  readonly facts: Facts
  readonly occurredAt: Date
  readonly recordedAt: Date
}

/** What another module does when it hears of a fact; its database effects happen exactly once. */
export interface Subscriber {
  readonly name: string
  readonly events: readonly string[]
  handle(context: Doing, happened: Happened<unknown>): Promise<void>
}

interface Described<Tables, Facts extends z.ZodMiniType> {
  /** `module.verb-noun`; renaming one while work waits is reported at start-up. */
  readonly name: string
  /** Several events in one subscriber are taken in the order in which they happened to their subject. */
  readonly on: readonly EventType<Facts>[]
  handle(context: Doing & { readonly tx: Kysely<Tables> }, happened: Happened<z.output<Facts>>): Promise<void>
}

export const defineSubscriber =
  <Tables>() =>
  <Facts extends z.ZodMiniType>(described: Described<Tables, Facts>): Subscriber => ({
    name: described.name,
    events: described.on.map((event) => event.name),
    handle: (context, happened) => {
      const event = described.on.find((one) => one.name === happened.name)
      const facts = event?.facts.parse(happened.facts) as z.output<Facts>
      return described.handle({ ...context, tx: context.open.as<Tables>() }, { ...happened, facts })
    },
  })
