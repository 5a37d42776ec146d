import type { Actor } from '#kernel/actor.ts'
import type { World } from '#platform/testing/world.ts'
import type { IncidentPaperFacts } from '../server/papers/paper-facts.ts'
import { readIncidentPaper } from '../server/read-incident-paper.ts'

/** What a paper prints, unsealed as for whoever opens it. */
export const factsOf = (world: World, actor: Actor, incidentId: string, paperId: string): Promise<IncidentPaperFacts> =>
  world.ask(readIncidentPaper, actor, { incidentId, paperId })
