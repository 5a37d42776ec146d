import { z } from 'zod'
import type { Platform } from '#platform/server/platform.ts'
import { parametersOf, type Template } from '../domain/template.ts'
import { readQuietHours } from '../domain/quiet-hours.ts'
import { templateKey } from './channels/approved-templates.ts'
import { aliyun } from './channels/aliyun.ts'
import { carrier } from './channels/carrier.ts'
import { ready, type ReadyChannel } from './channels/channel.ts'
import { demoPhones } from './channels/demo-phones.ts'
import { email } from './channels/email.ts'
import { tencent } from './channels/tencent.ts'
import type { Outgoing } from './outgoing/sender.ts'

const realChannels = ['aliyun', 'tencent', 'carrier', 'email'] as const
export type RealChannel = (typeof realChannels)[number]

/** What an installation sends by, as its operator writes it down; `docs/operations/messages.md` explains each. */
const Settings = z
  .strictObject({
    channel: z.enum(realChannels).optional(),
    quietHours: z
      .string()
      .transform((text, context) => readQuietHours(text) ?? (context.addIssue({ code: 'custom', message: 'HH:MM-HH:MM' }), z.NEVER))
      .optional(),
    /** The secret part of the address at which the provider reports; without it nothing is taken in. */
    reportToken: z
      .string()
      .regex(/^[A-Za-z0-9_-]{32,200}$/)
      .optional(),
    aliyun: aliyun.settings.optional(),
    tencent: tencent.settings.optional(),
    carrier: carrier.settings.optional(),
    email: email.settings.optional(),
  })
  .refine((given) => given.channel === undefined || given[given.channel] !== undefined, {
    path: ['channel'],
    error: 'the settings of this channel are missing',
  })
export type MessageSettings = z.output<typeof Settings>

/** What is wrong with settings, as `path: fault`, without any of their values; nothing if all is well. */
export function faultsOfSettings(given: unknown): string[] {
  const read = Settings.safeParse(given)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.') || '·'}: ${message}`)
}

export const readMessageSettings = (given: unknown): MessageSettings => Settings.parse(given)

const readyOf = ({ channel, ...settings }: MessageSettings): ReadyChannel[] => {
  if (channel === undefined) return []
  const given = settings[channel]
  if (channel === 'aliyun') return [ready(aliyun, given)]
  if (channel === 'tencent') return [ready(tencent, given)]
  return channel === 'carrier' ? [ready(carrier, given)] : [ready(email, given)]
}

interface SetUp extends Outgoing {
  readonly settings: MessageSettings
}

/** What was set up for this module outside of the house, read once for each installation. */
export function openSettings(): (platform: Pick<Platform, 'outside'>) => SetUp {
  const known = new WeakMap<object, SetUp>()
  return ({ outside }) => {
    const read = known.get(outside)
    if (read) return read
    const settings = readMessageSettings(outside['notifications'] ?? {})
    const made = { settings, channels: [ready(demoPhones, {}), ...readyOf(settings)], quietHours: settings.quietHours ?? null }
    known.set(outside, made)
    return made
  }
}

/** Where the channel that is set up sends to; null without one. */
export interface ChannelAddress {
  readonly channel: RealChannel
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
}

const ofUrl = (url: string) => {
  const { hostname, port, protocol } = new URL(url)
  const isEncrypted = protocol === 'https:'
  return { host: hostname, port: Number(port) || (isEncrypted ? 443 : 80), isEncrypted }
}

export function channelAddress({ channel, ...given }: MessageSettings): ChannelAddress | null {
  if (channel === 'aliyun' && given.aliyun)
    return { channel, ...ofUrl(`${given.aliyun.protocol.toLowerCase()}://${given.aliyun.endpoint}`) }
  if (channel === 'tencent' && given.tencent) return { channel, ...ofUrl(`${given.tencent.protocol}${given.tencent.endpoint}`) }
  if (channel === 'carrier' && given.carrier) return { channel, ...ofUrl(given.carrier.send.url) }
  if (channel !== 'email' || !given.email) return null
  const { host, port, secure, requireTls } = given.email
  return { channel, host, port, isEncrypted: secure || requireTls }
}

/** Our templates that the provider which is set up has not approved, or with parameters that they do not have; by `id@version`. */
export function templatesNotApproved({ channel, ...given }: MessageSettings, ours: readonly Template[]): string[] {
  if (channel !== 'aliyun' && channel !== 'tencent') return []
  const approved = given[channel]?.templates ?? {}
  return ours.flatMap((template) => {
    const key = templateKey(template)
    const known = parametersOf(template)
    return approved[key]?.parameters.every((name) => known.includes(name)) ? [] : [key]
  })
}
