import type { Actor } from '#kernel/actor.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { isFresh } from '../domain/second-factor.ts'
import { sessionProof } from './identify-officer.ts'

/** Refuses a sensitive act in a session whose officer has not been proved for a while; the screens then ask and try again. */
export function demandRecentProof(actor: Actor, now: Date): void {
  const proved = sessionProof(actor)
  if (proved && !isFresh(proved.at, now)) throw houseRefusals.proofNeeded()
}
