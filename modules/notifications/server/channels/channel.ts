import type { z } from 'zod'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { describeError } from '#platform/server/log.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { Ability } from '../../domain/next-step.ts'
import type { Values } from '../../domain/template.ts'

/** A message as a channel gets it. Gateways that know the template take its parameters, the others the text. */
export interface Envelope {
  readonly id: string
  /** Names this one sending to the gateway: a later sending of the same message has another one. 51 characters of ASCII or fewer. */
  readonly key: string
  readonly bureauCode: BureauCode
  readonly to: string
  readonly text: string
  readonly template: { readonly id: string; readonly version: number }
  readonly parameters: Values
  readonly language: Language
  readonly reference: string
}

/**
 * What became of one attempt. A failure outside is an answer, never an exception; `why` is a code, without names or numbers.
 * `rejected`: the gateway certainly did not take it. `unknown`: it may have; then its record is asked before anything is sent again.
 */
export type Outcome =
  | { readonly state: 'accepted' | 'delivered'; readonly providerId: string }
  | { readonly state: 'rejected'; readonly retry: boolean; readonly why: string }
  | { readonly state: 'unknown'; readonly why: string }

/** One sending whose fate is asked for. */
export interface Sending {
  readonly key: string
  readonly to: string
  readonly sentAt: Date
  /** What the gateway called it; null if its answer was lost. */
  readonly providerId: string | null
  /** What it called the other messages of ours to this phone, so that they are not mistaken for this one. */
  readonly otherProviderIds: readonly string[]
}

/** What a gateway's record says of one sending. `absent` means that it never took it; `unknown`, that the record was not to be had. */
export type Found =
  | { readonly state: 'accepted'; readonly providerId: string }
  | { readonly state: 'delivered'; readonly providerId: string }
  | { readonly state: 'failed'; readonly providerId: string; readonly retry: boolean; readonly why: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly why: string }

/** What a channel may use besides its settings. It gives up when the signal says so. */
export interface Surroundings {
  readonly open: OpenTransaction
  readonly vault: Vault
  readonly now: Date
  readonly signal: AbortSignal
}

/** A record that can be asked what became of a sending. */
export interface SendRecord<Settings> {
  /** Only so long after a sending is its absence believed, in milliseconds. */
  readonly settlesAfterMs: number
  ask(sending: Sending, settings: Settings, surroundings: Surroundings): Promise<Found>
}

/** One way out of the house. */
export interface Channel<Settings> {
  readonly name: string
  /** Reaches nobody outside; the only kind that a demo may use. */
  readonly isSimulated: boolean
  /** A message that is sent twice under the same id arrives once. A gateway that says so in its settings is asked there. */
  recognisesKeys(settings: Settings): boolean
  readonly settings: z.ZodType<Settings>
  send(envelope: Envelope, settings: Settings, surroundings: Surroundings): Promise<Outcome>
  readonly record?: SendRecord<Settings>
  /** Whether these settings say how to ask; they do if it is left out. */
  hasRecord?(settings: Settings): boolean
}

/** A channel with its settings: what the sender uses. */
export interface ReadyChannel extends Ability {
  readonly name: string
  readonly isSimulated: boolean
  readonly settlesAfterMs: number
  send(envelope: Envelope, surroundings: Surroundings): Promise<Outcome>
  ask(sending: Sending, surroundings: Surroundings): Promise<Found>
}

export const defineChannel = <Settings>(channel: Channel<Settings>): Channel<Settings> => channel

/** Throws what the settings lack, as zod says it. */
export function ready<Settings>(channel: Channel<Settings>, given: unknown): ReadyChannel {
  const { name, isSimulated, record } = channel
  const settings = channel.settings.parse(given)
  return {
    name,
    isSimulated,
    recognisesKeys: channel.recognisesKeys(settings),
    canAsk: record !== undefined && (channel.hasRecord?.(settings) ?? true),
    settlesAfterMs: record?.settlesAfterMs ?? 0,
    send: (envelope, surroundings) => channel.send(envelope, settings, surroundings),
    ask: async (sending, surroundings) => record?.ask(sending, settings, surroundings) ?? { state: 'unknown', why: 'record-not-read' },
  }
}

/** The channel that carries messages in this installation. A demo knows simulated ones only, any other only real ones. */
export const channelFor = (channels: readonly ReadyChannel[], { isDemo }: Pick<Platform, 'isDemo'>): ReadyChannel | undefined =>
  channels.find((channel) => channel.isSimulated === isDemo)

/** The one place where a message leaves the house: nothing real leaves a demo, whatever was set up. */
export async function transmit(
  channel: ReadyChannel,
  platform: Platform,
  envelope: Envelope,
  surroundings: Surroundings,
): Promise<Outcome> {
  if (channel.isSimulated !== platform.isDemo) return { state: 'rejected', retry: false, why: 'demo-only' }
  try {
    return await channel.send(envelope, surroundings)
  } catch (error) {
    // why: the error of a client library may quote what it was sent.
    platform.log.warn({ message: envelope.id, channel: channel.name, err: describeError(error) }, 'channel failed')
    return { state: 'unknown', why: 'channel-fault' }
  }
}

/** Asks the gateway what became of a sending; what goes wrong with the asking leaves the matter open. */
export async function inquire(channel: ReadyChannel, platform: Platform, sending: Sending, surroundings: Surroundings): Promise<Found> {
  try {
    return await channel.ask(sending, surroundings)
  } catch (error) {
    platform.log.warn({ sending: sending.key, channel: channel.name, err: describeError(error) }, 'record not read')
    return { state: 'unknown', why: 'record-not-read' }
  }
}
