import type { BureauCode } from '#kernel/unit-code.ts'
import { type CaseProgress, caseProgress, receiptContact } from '#modules/cases/index.ts'
import { caseAccepted, caseDecided, caseFiled, caseRefused, caseTransferred, measureTaken } from '#modules/cases/events.ts'
import { type PhoneMessage, sendToPhone } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { defineSubscriber } from '#platform/server/subscriber.ts'
import type { Milestone } from '../domain/milestone.ts'
import { milestoneOn } from '../domain/milestones/index.ts'
import { milestoneReached } from './messages.ts'
import type { PublicQueryTables } from './tables.ts'

interface Told {
  readonly milestone: Milestone
  readonly receipts: CaseProgress['receipts']
}

/** Whom an event is told to; nobody of the first one, which is told with the receipt itself. */
export function toldOn(progress: CaseProgress, event: string): Told | null {
  // why: such a phone may be in the hands of the very person who must not know.
  if (progress.isSilent) return null
  const milestone = milestoneOn(event, progress.kind, progress.outcome)
  const [first] = progress.facts.toSorted((one, other) => one.position - other.position)
  // why: what is announced is not always a fact for citizens, such as a measure in a case that is not filed.
  if (!milestone || first?.event === event || !progress.facts.some((fact) => fact.event === event)) return null
  return { milestone, receipts: progress.receipts.filter(({ role }) => milestone.roles.includes(role)) }
}

interface Telling {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly milestone: Milestone
  readonly phone: string
}

export const milestoneReference = (receiptId: string, milestoneId: string): string => `milestone:${receiptId}:${milestoneId}`

export const milestoneMessage = (
  { addresses }: Pick<Doing, 'addresses'>,
  { caseId, number, unitCode }: CaseProgress,
  { bureauCode, receiptId, milestone, phone }: Telling,
): PhoneMessage<{ number: string; link: string }> => ({
  reference: milestoneReference(receiptId, milestone.id),
  topic: `progress:${receiptId}`,
  template: milestoneReached,
  parameters: { number, link: `${addresses.publicUrl}/q` },
  phone,
  subject: `case:${caseId}`,
  bureauCode,
  unitCode,
})

/** One message for each later milestone to each phone of the case's receipts. */
export const tellMilestone = defineSubscriber<PublicQueryTables>()({
  name: 'public-query.tell-milestone',
  on: [caseAccepted, caseFiled, caseRefused, caseTransferred, caseDecided, measureTaken],
  async handle(context, { name, bureauCode, facts }) {
    const progress = await caseProgress(context.open, bureauCode, facts.caseId)
    const told = progress && toldOn(progress, name)
    if (!told) return
    const phones = new Set<string>()
    for (const { id: receiptId } of told.receipts) {
      const { phone } = await receiptContact(context, bureauCode, receiptId)
      // why: one person may stand in two roles with one phone; the message says the same for both.
      if (phone === null || phones.has(phone)) continue
      phones.add(phone)
      await sendToPhone(context, milestoneMessage(context, progress, { bureauCode, receiptId, milestone: told.milestone, phone }))
    }
  },
})
