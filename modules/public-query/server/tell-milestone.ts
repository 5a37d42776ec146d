import { caseProgress, receiptContact } from '#modules/cases/index.ts'
import { caseAccepted, caseDecided, caseFiled, caseRefused, caseTransferred } from '#modules/cases/events.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import { milestoneOn } from '../domain/milestones/index.ts'
import { milestoneReached } from './messages.ts'
import type { PublicQueryTables } from './tables.ts'

/** One message for each later milestone to each receipt's phone; the first is told with the receipt itself. */
export const tellMilestone = defineSubscriber<PublicQueryTables>()({
  name: 'public-query.tell-milestone',
  on: [caseAccepted, caseFiled, caseRefused, caseTransferred, caseDecided],
  async handle(context, { name, bureauCode, facts, subject }) {
    const progress = await caseProgress(context.open, bureauCode, facts.caseId)
    // why: such a phone may be in the hands of the very person who must not know.
    if (!progress || progress.isSilent) return
    const milestone = milestoneOn(name, progress.kind)
    const [first] = progress.facts.toSorted((one, other) => one.position - other.position)
    if (!milestone || first?.event === name) return
    for (const receipt of progress.receipts.filter(({ role }) => milestone.roles.includes(role))) {
      const { phone } = await receiptContact(context, bureauCode, receipt.id)
      if (phone === null) continue
      await sendToPhone(context, {
        reference: `milestone:${receipt.id}:${milestone.id}`,
        template: milestoneReached,
        parameters: { number: progress.number, link: `${context.addresses.publicUrl}/q` },
        phone,
        subject,
        bureauCode,
        unitCode: progress.unitCode,
      })
    }
  },
})
