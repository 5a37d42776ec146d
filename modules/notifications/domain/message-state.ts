/**
 * `queued` waits for its next attempt; `sent` was taken by a gateway that has not yet reported; `failed` is out of attempts or was
 * refused for good; `dropped` was withdrawn by its sender; `expired` ran out of time before it could leave.
 */
export const messageStates = ['queued', 'sent', 'delivered', 'failed', 'dropped', 'expired'] as const
export type MessageState = (typeof messageStates)[number]

/** Why a message has not left, as far as the house itself knows; a gateway may add codes of its own. */
export const stuckReasons = ['no-channel', 'demo-only', 'channel-fault', 'no-answer'] as const
export type StuckReason = (typeof stuckReasons)[number]
