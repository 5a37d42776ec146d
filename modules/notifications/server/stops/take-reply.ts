import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { readPhoneNumber } from '../../domain/phone-number.ts'
import { readReply } from '../../domain/reply.ts'
import { bureausThatWroteTo } from '../outgoing/report-repository.ts'
import type { NotificationTables } from '../tables.ts'
import { repliesJob, stopByReply } from './stop-by-reply.ts'

/** What the owner of a phone answered to a message. Everything but the words that stop messages is left unread and unkept. */
export async function takeReply(platform: Platform, reply: { readonly phone: string; readonly text: string }): Promise<void> {
  const phone = readPhoneNumber(reply.phone)
  const kind = readReply(reply.text)
  if (!phone || !kind) return
  const phoneHash = platform.vault.hash('phone', phone)
  const bureaus = await bureausThatWroteTo(openAs(platform.db).as<NotificationTables>(), phoneHash)
  for (const bureauCode of bureaus)
    await perform(platform, stopByReply, { kind: 'job', id: repliesJob, bureauCode }, { phoneHash: phoneHash.toString('hex'), kind })
}
