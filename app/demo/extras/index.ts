import type { Extra } from './extra.ts'
import { partiesAtTheCounter } from './parties.ts'

/** In the order in which they are played. */
export const extras: readonly Extra[] = [partiesAtTheCounter]
