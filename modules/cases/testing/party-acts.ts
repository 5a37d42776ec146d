import { v7 as uuid } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { ReceiptFacts } from '../server/papers/receipt-facts.ts'
import { findCase } from '../server/find-case.ts'
import { readPaper } from '../server/read-paper.ts'
import type { Bureau } from './bureau-of-cases.ts'

/** What every act at the counter says besides what it changes. */
export const atCounter = (caseId: string, partyId: string) =>
  ({ caseId, partyId, id: uuid(), reason: '回执遗失', identityCheck: 'id-card' }) as const

/** The case as the head of the unit sees it. */
export const seenBy = ({ world, unitHead }: Bureau, caseId: string, actor: Actor = unitHead) => world.ask(findCase, actor, { caseId })

/** The first party of a case and its receipt. */
export async function firstParty(bureau: Bureau, caseId: string) {
  const { parties, papers } = await seenBy(bureau, caseId)
  return { partyId: parties[0]?.id ?? '', receiptId: papers[0]?.id ?? '' }
}

/** The facts of a paper that holds a code. */
export async function paperOf({ world, unitHead }: Bureau, caseId: string, paperId: string, actor: Actor = unitHead) {
  const facts = await world.ask(readPaper, actor, { caseId, paperId })
  return facts as Exclude<ReceiptFacts, { form: 'no-filing-notice' }>
}
