import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Loop } from '#platform/server/worker.ts'
import { quietUntil, type QuietHours } from '../../domain/quiet-hours.ts'
import { channelFor, type ReadyChannel } from '../channels/channel.ts'
import type { NotificationTables } from '../tables.ts'
import { askAbout, attempt } from './attempt.ts'
import { claimDue, endOverdue, noteNoChannel } from './message-repository.ts'
import { claimToAsk, recordReport } from './report-repository.ts'
import { sendingKey } from './sending-key.ts'
import { dropStopped } from './withdrawal-repository.ts'

const pollMs = 1_000
const askPollMs = 5_000

/** What this installation sends by, and when. */
export interface Outgoing {
  readonly channels: readonly ReadyChannel[]
  readonly quietHours: QuietHours | null
}

export type OutgoingOf = (platform: Platform) => Outgoing

/**
 * Sends what is due, one message each turn. That a sending begins is written down before it does; one that was never recorded is in
 * doubt, and `attempt` finds out before anything leaves a second time.
 */
export const createSender = (outgoingOf: OutgoingOf): Loop => ({
  name: 'notifications.send',
  everyMs: pollMs,

  async turn(platform) {
    const { channels, quietHours } = outgoingOf(platform)
    const open = openAs(platform.db)
    const db = open.as<NotificationTables>()
    const now = await platform.clock.now(open)
    const channel = channelFor(channels, platform)
    const quiet = quietHours && quietUntil(quietHours, now)
    const message = channel && (await claimDue(db, { channel: channel.name, now, quietUntil: quiet }))
    if (!channel || !message) {
      await endOverdue(db, now)
      await dropStopped(db)
      if (!channel) await noteNoChannel(db, now)
      return false
    }
    const outcome = await attempt({ platform, channel }, message)
    platform.log.info(
      {
        message: message.id,
        channel: channel.name,
        attempt: message.attempts,
        state: outcome?.state ?? 'put off',
        ...(outcome && 'why' in outcome && { why: outcome.why }),
      },
      'message',
    )
    return true
  },
})

/** Asks gateways that have not reported what became of messages they took, one each turn. */
export const createReportAsker = (outgoingOf: OutgoingOf): Loop => ({
  name: 'notifications.ask-reports',
  everyMs: askPollMs,

  async turn(platform) {
    const channel = channelFor(outgoingOf(platform).channels, platform)
    if (!channel?.canAsk) return false
    const open = openAs(platform.db)
    const now = await platform.clock.now(open)
    const message = await platform.db.transaction().execute((tx) => claimToAsk(openAs(tx).as<NotificationTables>(), channel.name, now))
    if (!message) return false
    const found = await askAbout({ platform, channel }, message)
    platform.log.info({ message: message.id, channel: channel.name, state: found.state }, 'message asked about')
    if (found.state !== 'delivered' && found.state !== 'failed') return true
    await platform.db
      .transaction()
      .execute((tx) =>
        recordReport(
          openAs(tx).as<NotificationTables>(),
          { channel: channel.name, key: sendingKey(message), providerId: found.providerId, result: found },
          now,
        ),
      )
    return true
  },
})
