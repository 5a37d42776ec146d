import type { MessageKind } from './template.ts'

/** What the house knows of a message whose turn has come. */
export interface Standing {
  readonly kind: MessageKind
  /** An earlier attempt was begun, and nobody knows what became of it. */
  readonly isInDoubt: boolean
  /** It was sent once more in doubt already. */
  readonly isPossiblyTwice: boolean
}

/** What the gateway can do about a doubt. */
export interface Ability {
  /** One sent twice under the same key arrives once. */
  readonly recognisesKeys: boolean
  /** It keeps a record that can be asked. */
  readonly canAsk: boolean
}

export type Step = 'send' | 'ask' | 'send-once-more' | 'give-up'

/**
 * What to do next. A citizen who reads the same notice twice is puzzled; one who reads two codes types the wrong one; so where the
 * gateway cannot say what it did, a code is given up and anything else repeated once, and marked.
 */
export function nextStep({ kind, isInDoubt, isPossiblyTwice }: Standing, { recognisesKeys, canAsk }: Ability): Step {
  if (!isInDoubt || recognisesKeys) return 'send'
  if (canAsk) return 'ask'
  return kind === 'code' || isPossiblyTwice ? 'give-up' : 'send-once-more'
}
