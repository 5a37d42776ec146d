import { type Actor, holds } from '#kernel/actor.ts'

/** Files are for the command centre: asked for every act of an import. */
export const isDispatcher = (actor: Actor): boolean => holds(actor, 'dispatcher')

/** Whole files concern all of the bureau, so the desk of a single unit has no part in them. */
export const mayImport = (actor: Actor): boolean =>
  actor.kind === 'officer' &&
  actor.grants.some(({ role, units, bureauCode }) => role === 'dispatcher' && units === 'all' && bureauCode === actor.bureauCode)
