import { type Actor, holds, holdsFor, type Officer } from '#kernel/actor.ts'
import { receiptContact } from '#modules/cases/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { answerDisagreement as endpoint } from '../contract.ts'
import { type Answerer, answerers, answerersOf } from '../domain/answerer.ts'
import { aboutDisagreement } from './disagreement-card.ts'
import { type Disagreement, disagreementCell, holdDisagreement, saveAnswer } from './disagreement-repository.ts'
import { disagreementAnswered } from './messages.ts'
import { refusals } from './refusals.ts'
import type { PublicQueryTables } from './tables.ts'

/** As what this officer may answer; undefined: not at all. */
export const answersAs = (actor: Actor, { bureauCode, unitCode, isHidden }: Disagreement): Answerer | undefined =>
  answerersOf(isHidden).find((role) => holdsFor(actor, bureauCode, unitCode, role))

/** A party is answered once, by the case centre as a rule; the answer stands on the party's page at the point they disagreed with. */
export const answerDisagreement = defineAction<PublicQueryTables>()({
  name: 'public-query.answerDisagreement',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...answerers),

  async run(doing, { disagreementId, answer }) {
    const { tx, now, vault, inputHash } = doing
    const actor = doing.actor as Officer
    const row = await holdDisagreement(tx, actor, disagreementId)
    if (!row) throw refusals.disagreementNotFound(disagreementId)
    doing.about(aboutDisagreement(row))
    const answeredAs = answersAs(actor, row)
    if (!answeredAs) throw refusals.answerNotYours()
    if (row.answeredAt) {
      // why: the same click twice, after a lost answer; it is answered like the first and changes nothing.
      if (row.answeredBy === actor.id && row.answerHash?.equals(inputHash)) return { answeredAt: row.answeredAt.toISOString() }
      throw refusals.alreadyAnswered(row.answeredAt.toISOString(), row.answeredByName ?? '')
    }
    await saveAnswer(tx, row, {
      answer_sealed: vault.seal(answer, disagreementCell('answer', row)),
      answered_at: now,
      answered_by: actor.id,
      answered_by_name: actor.name,
      answered_as: answeredAs,
      answer_hash: inputHash,
    })
    await tellParty(doing, row)
    return { answeredAt: now.toISOString() }
  },
})

/** One neutral message; none in sensitive or secret cases. */
async function tellParty(doing: Doing, { bureauCode, receiptId, id, number, unitCode, caseId, sensitivity, isHidden }: Disagreement) {
  if (sensitivity !== 'none' || isHidden) return
  const { phone } = await receiptContact(doing, bureauCode, receiptId)
  if (phone === null) return
  await sendToPhone(doing, {
    reference: `disagreement-answered:${id}`,
    template: disagreementAnswered,
    parameters: { number, link: `${doing.addresses.publicUrl}/q` },
    phone,
    subject: `case:${caseId}`,
    bureauCode,
    unitCode,
  })
}
