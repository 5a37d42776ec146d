import type { Actor } from '#kernel/actor.ts'

/** Those who answer for how people work; an administrator does not. */
export const watchers = ['supervisor', 'unit-head', 'leader'] as const
const dayMs = 86_400_000
/** Neither a subject nor an officer. */
export const nothing = 'none'

export const sinceOf = (now: Date, days: number | undefined): Date | undefined =>
  days === undefined ? undefined : new Date(now.getTime() - days * dayMs)

/** Where numbers are looked up: in the bureaus whose trail the actor may read at all. */
export const bureausOf = (actor: Actor): string[] => [
  ...new Set(actor.kind === 'officer' ? actor.grants.map((grant) => grant.bureauCode) : []),
]

export const onePage = <Row>(rows: Row[]) => ({ rows, next: null, count: rows.length, more: false })

interface Timed {
  readonly times: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly actions: string[]
}

export const timed = ({ times, firstAt, lastAt, actions }: Timed) => ({
  times,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
  actions,
})
