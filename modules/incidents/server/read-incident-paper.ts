import { holds } from '#kernel/actor.ts'
import { type PlainRoutes, signedIn } from '#platform/server/module.ts'
import { ask, defineQuery } from '#platform/server/query.ts'
import { readIncidentPaper as endpoint } from '../contract.ts'
import { mayUnmask } from './find-incident.ts'
import { paperById } from './incident-paper-repository.ts'
import { openPaper } from './sealed-paper.ts'
import { findIncident, readers } from './incident-repository.ts'
import { mayKnowCallers } from './may-know-callers.ts'
import type { IncidentPaperFacts } from './papers/paper-facts.ts'
import { renderIncidentPaper } from './papers/render-incident-paper.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** The facts of one paper, unsealed for whoever may see who reported. */
export const readIncidentPaper = defineQuery<IncidentTables>()({
  name: 'incidents.readIncidentPaper',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, vault, about }, { incidentId, paperId }): Promise<IncidentPaperFacts> {
    const row = await findIncident(db, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    about(aboutIncident(row))
    // why: a paper names the reporter; who may not know the one does not get the other.
    if (!mayUnmask(actor, row) || !(await mayKnowCallers(open, actor, row))) throw refusals.paperNotFound(paperId)
    const paper = await paperById(db, row.bureau_code, paperId)
    if (!paper || paper.incident_id !== row.id) throw refusals.paperNotFound(paperId)
    return openPaper(vault, paper)
  },
})

/** The printed form, made on demand: the same facts always give the same bytes. */
export const incidentPaperRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.get(endpoint.path, async (request, reply) => {
    const actor = await signedIn(identify, request)
    const facts = await ask(getPlatform(), readIncidentPaper, actor, request.params)
    const pdf = await renderIncidentPaper(facts)
    return reply.header('content-type', 'application/pdf').header('content-disposition', 'inline').send(Buffer.from(pdf))
  })
}
