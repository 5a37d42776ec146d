import { v7 as uuid } from 'uuid'
import type { Doing } from '#platform/server/context.ts'
import type { StopKind } from '../../domain/reply.ts'
import type { NotificationTables, StopTable } from '../tables.ts'
import { findStop, insertStop, liftStop } from './stop-repository.ts'

interface Stopping {
  readonly phoneHash: Buffer
  readonly kind: StopKind
  readonly toldBy: StopTable['told_by']
  readonly reason: string | null
}

/**
 * Stops messages of the actor's bureau to a phone. A wrong number goes further than an opt-out and takes its place; the other way
 * round nothing changes. Gives the kind in force.
 */
export async function stopPhone(
  { actor, open, now, about }: Pick<Doing, 'actor' | 'open' | 'now' | 'about'>,
  { phoneHash, kind, toldBy, reason }: Stopping,
): Promise<StopKind> {
  const db = open.as<NotificationTables>()
  const { bureauCode } = actor
  const id = uuid()
  const found = await findStop(db, bureauCode, phoneHash)
  about({ subject: `stop:${found?.id ?? id}`, bureauCode, unitCode: actor.kind === 'officer' ? actor.unitCode : bureauCode })
  if (found && (found.kind === kind || kind === 'opt-out')) return found.kind
  if (found) await liftStop(db, { bureauCode, id: found.id, by: actor.id, reason: null, now })
  await insertStop(db, {
    bureau_code: bureauCode,
    id,
    phone_hash: phoneHash,
    kind,
    told_by: toldBy,
    reason,
    made_by: actor.id,
    made_at: now,
  })
  return kind
}
