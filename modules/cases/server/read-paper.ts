import { holds } from '#kernel/actor.ts'
import { type PlainRoutes, signedIn } from '#platform/server/module.ts'
import { ask, defineQuery } from '#platform/server/query.ts'
import { readPaper as endpoint } from '../contract.ts'
import { aboutCase } from './about-case.ts'
import { findCase, readers } from './case-repository.ts'
import { papersOf, partiesOf, receiptsOf } from './paper-repository.ts'
import type { ReceiptFacts } from './papers/receipt-facts.ts'
import { renderReceipt } from './papers/render-receipt.ts'
import { mayKnow, mayUnmask } from './party-access.ts'
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
    const papers = [...(await receiptsOf(db, row.bureau_code, row.id)), ...(await papersOf(db, row.bureau_code, row.id))]
    const paper = papers.find((one) => one.id === paperId)
    if (!paper) throw refusals.paperNotFound(paperId)
    const party = (await partiesOf(db, row.bureau_code, row.id)).find((one) => one.id === paper.party_id)
    // why: papers from before the person asked for secrecy still name them.
    if (party && !mayKnow(actor, row, party)) throw refusals.paperNotFound(paperId)
    const table = paper.form === 'no-filing-notice' ? 'cases.paper' : 'cases.receipt'
    const facts = openFacts(vault, paper.paper_sealed, { bureauCode: paper.bureau_code, table, column: 'paper', id: paper.id })
    const successor = papers.find((one) => 'replaces_id' in one && one.replaces_id === paper.id)
    return successor ? ({ ...facts, voidedAt: successor.issued_at } as ReceiptFacts) : facts
  },
})

/** The printed form, made on demand: the same facts always give the same bytes. */
export const paperRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.get(endpoint.path, async (request, reply) => {
    const actor = await signedIn(identify, request)
    const facts = await ask(getPlatform(), readPaper, actor, request.params)
    const pdf = await renderReceipt(facts)
    return reply.header('content-type', 'application/pdf').header('content-disposition', 'inline').send(Buffer.from(pdf))
  })
}
