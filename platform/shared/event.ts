import type * as z from 'zod/mini'

/** Something that happened to one subject of one bureau. `occurredAt` is the time the person gave, not the time of entry. */
export interface DomainEvent {
  readonly name: string
  readonly subject: string
  readonly facts: unknown
  readonly occurredAt: Date
}

/** A fact that a module announces. Facts hold ids, codes and times, never personal data. */
export interface EventType<Facts extends z.ZodMiniType = z.ZodMiniType> {
  readonly name: string
  readonly facts: Facts
  of(subject: string, occurredAt: Date, facts: z.output<Facts>): DomainEvent
}

/** `name` is `module.pastTense`, e.g. `cases.filed`. */
export const defineEvent = <Facts extends z.ZodMiniType>(name: string, facts: Facts): EventType<Facts> => ({
  name,
  facts,
  of: (subject, occurredAt, given) => ({ name, subject, facts: given, occurredAt }),
})
