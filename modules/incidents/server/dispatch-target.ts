import { holdsFor, type Officer } from '#kernel/actor.ts'
import { type UnitCode, unitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { refusals } from './refusals.ts'

/** A unit of the bureau that goes out; the bureau itself does not. */
export async function unitOfBureau({ open }: Pick<Doing, 'open'>, bureauCode: string, wanted: string, field: string): Promise<UnitCode> {
  const target = unitCode(wanted)
  const unit = await unitByCode(open, target)
  if (!unit || unit.bureauCode !== bureauCode || unit.kind === 'bureau') throw refusals.unitNotFound(target).at(field)
  return target
}

/** A unit of the same bureau; who is not the desk may only take an incident for the own unit. */
export async function dispatchTarget(doing: Doing, wanted: string, field: string): Promise<UnitCode> {
  const officer = doing.actor as Officer
  const target = await unitOfBureau(doing, officer.bureauCode, wanted, field)
  const isDesk = holdsFor(doing.actor, officer.bureauCode, target, 'dispatcher')
  if (!isDesk && target !== officer.unitCode) throw refusals.onlyOwnUnit(target).at(field)
  return target
}

/** Several units, each once. */
export async function dispatchTargets(doing: Doing, wanted: readonly string[], field: string): Promise<UnitCode[]> {
  const targets: UnitCode[] = []
  for (const one of new Set(wanted)) targets.push(await dispatchTarget(doing, one, field))
  return targets
}
