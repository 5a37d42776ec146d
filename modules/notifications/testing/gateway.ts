import { z } from 'zod'
import { defineChannel, type Envelope, type Found, type Outcome, ready, type ReadyChannel } from '../server/channels/channel.ts'
import { createReportAsker, createSender } from '../server/outgoing/sender.ts'
import type { QuietHours } from '../domain/quiet-hours.ts'

/** What a gateway does with one sending. `lost`: takes it, and the answer gets lost; `unheard`: never hears of it. */
export type Behaviour = 'accept' | 'lost' | 'unheard' | Outcome

interface Traits {
  readonly name?: string
  readonly canAsk?: boolean
  readonly recognisesKeys?: boolean
  readonly quietHours?: QuietHours
}

export interface Gateway {
  readonly carrier: ReadyChannel
  /** What the house handed over, whether it was taken or not. */
  readonly carried: readonly Envelope[]
  /** What reached phones. */
  readonly arrived: readonly Envelope[]
  readonly asked: readonly string[]
  /** What the next inquiries hear instead of what the record says. */
  readonly saysOfRecord: Found[]
  readonly loop: ReturnType<typeof createSender>
  readonly asker: ReturnType<typeof createReportAsker>
}

export const settlesAfterMs = 60_000

/** A real channel, not a simulated one, that behaves as told: one behaviour for each sending, then it accepts. */
export function gatewayThat(behaviours: readonly Behaviour[] = [], traits: Traits = {}): Gateway {
  const coming = [...behaviours]
  const carried: Envelope[] = []
  const arrived: Envelope[] = []
  const asked: string[] = []
  const saysOfRecord: Found[] = []
  const take = (envelope: Envelope) => {
    if (!traits.recognisesKeys || !arrived.some(({ id }) => id === envelope.id)) arrived.push(envelope)
    return { state: 'accepted' as const, providerId: `g-${envelope.key}` }
  }
  const channel = defineChannel({
    name: traits.name ?? 'gateway',
    isSimulated: false,
    recognisesKeys: () => traits.recognisesKeys ?? false,
    settings: z.object({ gatewayUrl: z.url() }),
    async send(envelope) {
      carried.push(envelope)
      const behaviour = coming.shift() ?? 'accept'
      if (typeof behaviour === 'object') return behaviour
      if (behaviour !== 'unheard') take(envelope)
      if (behaviour !== 'accept') throw new Error('socket hang up')
      return { state: 'accepted', providerId: `g-${envelope.key}` }
    },
    ...((traits.canAsk ?? false) && {
      record: {
        settlesAfterMs,
        async ask({ key }): Promise<Found> {
          asked.push(key)
          const said = saysOfRecord.shift()
          if (said) return said
          return arrived.some((envelope) => envelope.key === key) ? { state: 'accepted', providerId: `g-${key}` } : { state: 'absent' }
        },
      },
    }),
  })
  const carrier = ready(channel, { gatewayUrl: 'https://sms.example.cn' })
  const outgoing = () => ({ channels: [carrier], quietHours: traits.quietHours ?? null })
  return { carrier, carried, arrived, asked, saysOfRecord, loop: createSender(outgoing), asker: createReportAsker(outgoing) }
}
