import type { Actor } from '#kernel/actor.ts'
import { unitCode } from '#kernel/unit-code.ts'
import { type GivenGrant, mayGrantIn } from '../../domain/grant-reach.ts'
import { refusals } from '../refusals.ts'
import { type Unit, unitOfCode } from '../unit-repository.ts'
import type { Db } from './invitation-repository.ts'

/** A unit that the actor administers; any other is refused beside its field, whether or not it exists. */
export async function unitGiven(db: Db, actor: Actor, code: string, field: string): Promise<Unit> {
  const unit = await unitOfCode(db, unitCode(code))
  if (!unit || !mayGrantIn(actor, unit.bureauCode, unit.code)) throw refusals.unitNotYours().at(field)
  return unit
}

interface Typed {
  readonly role: GivenGrant['role']
  readonly unitCode: string
}

/** Roles in units that the actor administers. */
export async function grantsGiven(db: Db, actor: Actor, typed: readonly Typed[]): Promise<GivenGrant[]> {
  const grants: GivenGrant[] = []
  for (const [at, { role, unitCode: code }] of typed.entries())
    grants.push({ role, unitCode: (await unitGiven(db, actor, code, `grants.${at}.unitCode`)).code })
  return grants
}
