import * as z from 'zod/mini'
import type { Module } from '#platform/server/module.ts'

const factsOf = (facts: z.ZodMiniType): string => {
  const { properties = {} } = z.toJSONSchema(facts, { unrepresentable: 'any' }) as { properties?: Record<string, unknown> }
  return Object.keys(properties).join(', ') || '–'
}

/** Which facts modules announce, what they hold, and who reacts to them. */
export function eventsDocument(modules: readonly Module[]): string {
  const subscribers = modules.flatMap((module) => module.subscribers ?? [])
  const heardBy = (event: string) =>
    subscribers
      .filter(({ events }) => events.includes(event))
      .map(({ name }) => name)
      .join(', ') || '–'
  const rows = modules.flatMap(({ events = [] }) =>
    events.map(({ name, facts }) => `| ${name} | ${factsOf(facts)} | ${heardBy(name)} |`).toSorted(),
  )
  return [
    '# Events',
    '',
    'Made by `npm run docs` from the `events.ts` of the modules. An event is saved in the transaction of the action that announces it;',
    'each subscriber then gets it exactly once and, for one subject, in order. Facts hold ids, codes and times, never personal data.',
    '',
    '| event | facts | heard by |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
