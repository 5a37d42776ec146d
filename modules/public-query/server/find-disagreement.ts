import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { findDisagreement as endpoint } from '../contract.ts'
import { answersAs } from './answer-disagreement.ts'
import { aboutDisagreement, cardOf } from './disagreement-card.ts'
import { disagreementCell, findDisagreement as findVisible, readers } from './disagreement-repository.ts'
import { refusals } from './refusals.ts'
import type { PublicQueryTables } from './tables.ts'

/** One disagreement with the party's own words. Reading them is written into the trail of the case. */
export const findDisagreement = defineQuery<PublicQueryTables>()({
  name: 'public-query.findDisagreement',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, vault, about }, { disagreementId }) {
    const row = await findVisible(db, actor, disagreementId)
    if (!row) throw refusals.disagreementNotFound(disagreementId)
    about(aboutDisagreement(row))
    return {
      ...cardOf(row),
      text: row.textSealed && vault.open(row.textSealed, disagreementCell('text', row)),
      answer: row.answerSealed && vault.open(row.answerSealed, disagreementCell('answer', row)),
      can: { answer: row.answeredAt === null && answersAs(actor, row) !== undefined },
    }
  },
})
