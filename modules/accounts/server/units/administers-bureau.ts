import { type Actor, holdsFor, type Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'

export const bureauUnit = ({ bureauCode }: Pick<Officer, 'bureauCode'>): UnitCode => bureauCode as string as UnitCode

/** Whoever administers the bureau as a whole; not the administrator of one of its stations. */
export const administersBureau = (actor: Actor): actor is Officer =>
  actor.kind === 'officer' && holdsFor(actor, actor.bureauCode, bureauUnit(actor), 'administrator')

/** What an entry about the bureau itself is about. */
export const aboutBureau = ({ bureauCode }: Pick<Officer, 'bureauCode'>) => ({
  subject: `unit:${bureauCode}`,
  bureauCode,
  unitCode: bureauUnit({ bureauCode }),
})
