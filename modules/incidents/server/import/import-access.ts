import type { Actor } from '#kernel/actor.ts'

/** Whole files are for the command centre of a bureau: a dispatcher of all its units. */
export const mayImport = (actor: Actor): boolean =>
  actor.kind === 'officer' &&
  actor.grants.some(({ role, units, bureauCode }) => role === 'dispatcher' && units === 'all' && bureauCode === actor.bureauCode)
