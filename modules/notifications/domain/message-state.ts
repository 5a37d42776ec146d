/**
 * `queued` waits for its first attempt; `failed-for-now` for the next one; `sent` was taken by a gateway that has not yet reported;
 * `failed` for good, out of attempts or refused; `dropped` was withdrawn, overtaken or stopped; `expired` ran out of time before it
 * could leave.
 */
export const messageStates = ['queued', 'failed-for-now', 'sent', 'delivered', 'failed', 'dropped', 'expired'] as const
export type MessageState = (typeof messageStates)[number]

/** These leave by themselves when their time comes. */
export const waitingStates = ['queued', 'failed-for-now'] as const satisfies readonly MessageState[]

/** Why a message stands where it does, as far as the house itself knows; a gateway may add codes of its own. */
export const houseReasons = [
  'no-channel',
  'demo-only',
  'channel-fault',
  'no-answer',
  'answer-lost',
  'record-not-read',
  'not-delivered',
  'withdrawn',
  'overtaken',
  'opt-out',
  'wrong-number',
] as const
export type HouseReason = (typeof houseReasons)[number]
