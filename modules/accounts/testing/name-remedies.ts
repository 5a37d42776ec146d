import type { World } from '#platform/testing/world.ts'
import { setRemedyBodies } from '../server/set-remedy-bodies.ts'

/** What the papers of the bureau name from now on; nobody by name if both are null. */
export const nameRemedies = (world: World, reconsiderationOrgan: string | null, court: string | null) =>
  world.perform(setRemedyBodies, world.officer('管理员', 'administrator', world.bureau), { reconsiderationOrgan, court })
