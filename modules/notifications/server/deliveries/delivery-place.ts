import type { DeliveryPlace } from '#platform/server/delivery-repository.ts'
import { houseRefusals } from '#platform/server/refusal.ts'

const written = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|([a-z.-]{1,100})$/

export const writeDeliveryPlace = ({ eventId, subscriber }: DeliveryPlace): string =>
  Buffer.from(`${eventId}|${subscriber}`).toString('base64url')

/** Null stands for the beginning of the list. */
export function readDeliveryPlace(text: string | undefined): DeliveryPlace | null {
  if (text === undefined) return null
  const [, eventId, subscriber] = written.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  if (eventId === undefined || subscriber === undefined) throw houseRefusals.invalidInput().at('after')
  return { eventId, subscriber }
}
