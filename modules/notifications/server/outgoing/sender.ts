import { openAs, type OpenTransaction } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { Loop } from '#platform/server/worker.ts'
import type { Values } from '../../domain/template.ts'
import { channelFor, type Envelope, type Outcome, type ReadyChannel, transmit } from '../channels/channel.ts'
import type { NotificationTables } from '../tables.ts'
import { claimDue, endOverdue, type Message, noteNoChannel, recordOutcome } from './message-repository.ts'
import { contentCell, recipientCell } from './message-row.ts'

const pollMs = 1_000
const attemptMs = 10_000

/** Opens what is sealed for the one moment in which it leaves. */
function envelopeOf(message: Message, vault: Vault): Envelope {
  const sealed =
    message.content_sealed && (JSON.parse(vault.open(message.content_sealed, contentCell(message))) as { text: string; secrets: Values })
  return {
    id: message.id,
    bureauCode: message.bureau_code,
    to: vault.open(message.recipient_sealed, recipientCell(message)),
    text: sealed?.text ?? message.text,
    template: { id: message.template, version: message.template_version },
    parameters: { ...message.parameters, ...sealed?.secrets },
    language: message.language,
    reference: message.reference,
  }
}

/** Makes one attempt, outside of any transaction. */
async function attempt(channel: ReadyChannel, platform: Platform, message: Message, open: OpenTransaction): Promise<Outcome> {
  const { vault, clock } = platform
  const surroundings = { open, vault, now: await clock.now(open), signal: AbortSignal.timeout(attemptMs) }
  return transmit(channel, platform, envelopeOf(message, vault), surroundings)
}

/**
 * Sends what is due, one message each turn. An attempt that was made but never recorded is made again after its lease: a message
 * leaves at least once, and a channel that can recognise the message's id makes that exactly once.
 */
export const createSender = (channels: readonly ReadyChannel[]): Loop => ({
  name: 'notifications.send',
  everyMs: pollMs,

  async turn(platform) {
    const open = openAs(platform.db)
    const db = open.as<NotificationTables>()
    const now = await platform.clock.now(open)
    const channel = channelFor(channels, platform)
    const message = channel && (await claimDue(db, channel.name, now))
    if (!channel || !message) {
      await endOverdue(db, now)
      if (!channel) await noteNoChannel(db, now)
      return false
    }
    const outcome = await attempt(channel, platform, message, open)
    await recordOutcome(db, message, outcome, await platform.clock.now(open))
    const { state } = outcome
    platform.log.info(
      { message: message.id, channel: channel.name, attempt: message.attempts, state, ...(state === 'rejected' && { why: outcome.why }) },
      'message',
    )
    return true
  },
})
