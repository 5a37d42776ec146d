import type { z } from 'zod'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { describeError } from '#platform/server/log.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { Values } from '../../domain/template.ts'

/** A message as a channel gets it. Gateways that know the template take its parameters, the others the text. */
export interface Envelope {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly to: string
  readonly text: string
  readonly template: { readonly id: string; readonly version: number }
  readonly parameters: Values
  readonly language: Language
  readonly reference: string
}

/** What became of one attempt. A failure outside is an answer, never an exception; `why` is a code, without names or numbers. */
export type Outcome =
  | { readonly state: 'accepted' | 'delivered'; readonly providerId: string }
  | { readonly state: 'rejected'; readonly retry: boolean; readonly why: string }

/** What a channel may use besides its settings. It gives up when the signal says so. */
export interface Surroundings {
  readonly open: OpenTransaction
  readonly vault: Vault
  readonly now: Date
  readonly signal: AbortSignal
}

type Send<Settings> = (envelope: Envelope, settings: Settings, surroundings: Surroundings) => Promise<Outcome>

/** One way out of the house. */
export interface Channel<Settings> {
  readonly name: string
  /** Reaches nobody outside; the only kind that a demo may use. */
  readonly isSimulated: boolean
  readonly settings: z.ZodType<Settings>
  readonly send: Send<Settings>
  /** Stands in for the outside in tests. */
  readonly fake: (envelope: Envelope) => Promise<Outcome>
}

/** A channel with its settings: what the sender uses. */
export interface ReadyChannel {
  readonly name: string
  readonly isSimulated: boolean
  send(envelope: Envelope, surroundings: Surroundings): Promise<Outcome>
}

export const defineChannel = <Settings>(channel: Channel<Settings>): Channel<Settings> => channel

export function ready<Settings>({ name, isSimulated, settings, send }: Channel<Settings>, given: unknown): ReadyChannel {
  const read = settings.parse(given)
  return { name, isSimulated, send: (envelope, surroundings) => send(envelope, read, surroundings) }
}

/** The same channel with its fake behind it. */
export const faked = <Settings>({ name, isSimulated, fake }: Channel<Settings>): ReadyChannel => ({ name, isSimulated, send: fake })

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
    return { state: 'rejected', retry: true, why: 'channel-fault' }
  }
}
