import type { Officer } from '#kernel/actor.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { readUpTo } from './server/inbox/inbox-repository.ts'
import type { NotificationTables } from './server/tables.ts'

export { defineTemplate, parametersOf, type Template, wordingOf } from './domain/template.ts'
export {
  channelAddress,
  type ChannelAddress,
  faultsOfSettings,
  type MessageSettings,
  readMessageSettings,
  templatesNotApproved,
} from './server/message-settings.ts'
export { sendToPhone } from './server/outgoing/send-to-phone.ts'
export { withdrawMessage, withdrawMessagesAbout } from './server/outgoing/withdraw-message.ts'
export { sendToStaff } from './server/inbox/send-to-staff.ts'
export { messageRows } from './server/demo/message-rows.ts'
export type { PhoneMessage } from './server/outgoing/message-row.ts'
export { inboxRow, type StaffMessage } from './server/inbox/inbox-row.ts'

/** Counts a person's messages up to a moment as read; for a county that begins with a year behind it. */
export const readMessagesUpTo = (open: OpenTransaction, officer: Officer, before: Date): Promise<void> =>
  readUpTo(open.as<NotificationTables>(), officer, before)
