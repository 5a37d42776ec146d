import { type Actor, holdsFor, type Officer, type Role } from '#kernel/actor.ts'
import { unitCode as asUnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import { refusals } from './refusals.ts'

/** Who keeps the book of places and the settings of intake: the command centre and the administrators of the bureau. */
export const intakeKeepers: readonly Role[] = ['dispatcher', 'administrator']

export const keepsIntake = (actor: Actor): boolean => holdsFor(actor, actor.bureauCode, bureauAsUnit(actor), ...intakeKeepers)

const bureauAsUnit = ({ bureauCode }: Actor) => asUnitCode(bureauCode)

/** The bureau whose intake the officer keeps; what is changed in it stands in the trail of the bureau. */
export function keptBureau({ actor, about }: Pick<Doing, 'actor' | 'about'>): Officer {
  const officer = actor as Officer
  const { bureauCode } = officer
  about({ subject: `intake:${bureauCode}`, bureauCode, unitCode: bureauCode })
  if (!keepsIntake(officer)) throw refusals.intakeNotYours()
  return officer
}
