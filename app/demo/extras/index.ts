import { casework } from './casework.ts'
import type { Extra } from './extra.ts'

/** In the order in which they are played. */
export const extras: readonly Extra[] = [casework]
