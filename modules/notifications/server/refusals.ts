import { defineRefusals } from '#platform/server/refusal.ts'
import type { MessageState } from '../domain/message-state.ts'

export const refusals = defineRefusals('notifications', {
  phoneNotValid: ['invalid', () => ({})],
  /** Also for a message that is somebody else's: the two must look the same. */
  messageNotFound: ['not-found', () => ({})],
  /** Also for one that is another bureau's. */
  deliveryNotStuck: ['not-found', () => ({})],
  phoneNotStopped: ['not-found', () => ({})],
  messageNotStuck: ['conflict', (state: MessageState) => ({ state })],
})
