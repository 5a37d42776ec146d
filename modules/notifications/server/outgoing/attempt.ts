import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import { nextStep } from '../../domain/next-step.ts'
import type { Values } from '../../domain/template.ts'
import {
  type Envelope,
  type Found,
  inquire,
  type Outcome,
  type ReadyChannel,
  type Sending,
  type Surroundings,
  transmit,
} from '../channels/channel.ts'
import type { NotificationTables } from '../tables.ts'
import { after, beginSending, type Claimed, giveUp, type Message, recordOutcome, waitForRecord } from './message-repository.ts'
import { contentCell, recipientCell } from './message-row.ts'
import { otherProviderIds } from './report-repository.ts'
import { sendingKey } from './sending-key.ts'

const attemptMs = 10_000

/** Opens what is sealed for the one moment in which it leaves. */
function envelopeOf(message: Message, vault: Vault): Envelope {
  const sealed =
    message.content_sealed && (JSON.parse(vault.open(message.content_sealed, contentCell(message))) as { text: string; secrets: Values })
  return {
    id: message.id,
    key: sendingKey(message),
    bureauCode: message.bureau_code,
    to: vault.open(message.recipient_sealed, recipientCell(message)),
    text: sealed?.text ?? message.text,
    template: { id: message.template, version: message.template_version },
    parameters: { ...message.parameters, ...sealed?.secrets },
    language: message.language,
    reference: message.reference,
  }
}

/** One channel of one process, and what it works with. */
export interface Carrying {
  readonly platform: Platform
  readonly channel: ReadyChannel
}

async function surroundingsOf({ clock, db, vault }: Platform): Promise<Surroundings> {
  const open = openAs(db)
  return { open, vault, now: await clock.now(open), signal: AbortSignal.timeout(attemptMs) }
}

/** Asks the gateway's record about the newest sending of a message. */
export async function askAbout({ platform, channel }: Carrying, message: Message): Promise<Found> {
  const db = openAs(platform.db).as<NotificationTables>()
  const sending: Sending = {
    key: sendingKey(message),
    to: platform.vault.open(message.recipient_sealed, recipientCell(message)),
    sentAt: message.unanswered_at ?? message.sent_at ?? message.created_at,
    providerId: message.unanswered_at ? null : message.provider_id,
    otherProviderIds: await otherProviderIds(db, message),
  }
  return inquire(channel, platform, sending, await surroundingsOf(platform))
}

/** Hands a message to the gateway, outside of any transaction, and writes down what it answered. */
async function send({ platform, channel }: Carrying, message: Message): Promise<Outcome> {
  const outcome = await transmit(channel, platform, envelopeOf(message, platform.vault), await surroundingsOf(platform))
  await record({ platform, channel }, message, outcome)
  return outcome
}

async function record({ platform, channel }: Carrying, message: Message, outcome: Outcome): Promise<void> {
  const open = openAs(platform.db)
  const now = await platform.clock.now(open)
  await recordOutcome(open.as<NotificationTables>(), message, outcome, { now, canAsk: channel.canAsk })
}

async function sendOnceMore(carrying: Carrying, message: Message, isTwice: boolean): Promise<Outcome | null> {
  const open = openAs(carrying.platform.db)
  const now = await carrying.platform.clock.now(open)
  const begun = await beginSending(open.as<NotificationTables>(), message, { now, isTwice })
  return begun ? send(carrying, begun) : null
}

/** An earlier sending is in doubt: the gateway's record decides, once it is complete. */
async function settle(carrying: Carrying, message: Claimed, doubtSince: Date): Promise<Outcome | null> {
  const { platform, channel } = carrying
  const open = openAs(platform.db)
  const settledAt = after(doubtSince, channel.settlesAfterMs)
  if ((await platform.clock.now(open)) < settledAt) {
    await waitForRecord(open.as<NotificationTables>(), message, settledAt)
    return null
  }
  const found = await askAbout(carrying, message)
  if (found.state === 'absent') return sendOnceMore(carrying, message, false)
  const outcome: Outcome = found.state === 'failed' ? { state: 'rejected', retry: found.retry, why: found.why } : found
  await record(carrying, message, outcome)
  return outcome
}

/** Makes one attempt with a message that was taken up. What came of it; null when it was put off or given up. */
export async function attempt(carrying: Carrying, message: Claimed): Promise<Outcome | null> {
  const { platform, channel } = carrying
  const isAnothers = message.last_channel !== channel.name
  const ability = isAnothers ? { recognisesKeys: false, canAsk: false } : channel
  const standing = { kind: message.kind, isInDoubt: message.doubt_since !== null, isPossiblyTwice: message.is_possibly_twice }
  switch (nextStep(standing, ability)) {
    case 'send':
      return send(carrying, message)
    case 'ask':
      return settle(carrying, message, message.doubt_since ?? message.created_at)
    case 'send-once-more':
      return sendOnceMore(carrying, message, true)
    case 'give-up':
      await giveUp(openAs(platform.db).as<NotificationTables>(), message)
      return null
  }
}
