import type { Actor, Officer } from '#kernel/actor.ts'
import type { About } from '#platform/server/context.ts'

export const allowSignedIn = (actor: Actor): actor is Officer => actor.kind === 'officer'

/** The record of one's own account is kept by one's own unit. */
export const aboutOfficer = ({ id, bureauCode, unitCode }: Pick<Officer, 'id' | 'bureauCode' | 'unitCode'>): About => ({
  subject: `officer:${id}`,
  bureauCode,
  unitCode,
})

/** For actions and queries that `allowSignedIn` has let through already. */
export function signedIn(actor: Actor): Officer {
  if (!allowSignedIn(actor)) throw new TypeError(`a ${actor.kind} has no account`)
  return actor
}
