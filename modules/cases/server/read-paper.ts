import { holds } from '#kernel/actor.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import { ask, defineQuery } from '#platform/server/query.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { readPaper as endpoint } from '../contract.ts'
import { aboutCase } from './about-case.ts'
import { findCase, readers } from './case-repository.ts'
import { mayUnmask } from './find-case.ts'
import { sealedPaper } from './paper-repository.ts'
import type { ReceiptFacts } from './papers/receipt-facts.ts'
import { renderReceipt } from './papers/render-receipt.ts'
import { refusals } from './refusals.ts'
import { openFacts } from './sealed-facts.ts'
import type { CaseTables } from './tables.ts'

/** The facts of one paper, unsealed for whoever may see its case. */
export const readPaper = defineQuery<CaseTables>()({
  name: 'cases.readPaper',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, vault, about }, { caseId, paperId }): Promise<ReceiptFacts> {
    const row = await findCase(db, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    about(aboutCase(row))
    // why: a receipt names the reporter and holds the code of the query; who may not know the one gets neither.
    if (!mayUnmask(actor, row)) throw refusals.paperNotFound(paperId)
    const paper = await sealedPaper(db, row.bureau_code, row.id, paperId)
    if (!paper) throw refusals.paperNotFound(paperId)
    const table = 'party_id' in paper ? 'cases.receipt' : 'cases.paper'
    return openFacts(vault, paper.paper_sealed, { bureauCode: paper.bureau_code, table, column: 'paper', id: paper.id })
  },
})

/** The printed form, made on demand: the same facts always give the same bytes. */
export const paperRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.get(endpoint.path, async (request, reply) => {
    const actor = await identify(request)
    if (!actor) throw houseRefusals.notSignedIn()
    const facts = await ask(getPlatform(), readPaper, actor, request.params)
    const pdf = await renderReceipt(facts)
    return reply.header('content-type', 'application/pdf').header('content-disposition', 'inline').send(Buffer.from(pdf))
  })
}
