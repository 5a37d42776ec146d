import { en } from './en.ts'
import { zh } from './zh.ts'

/** The kit's own words, for `useWords(kitWords)`. */
export const kitWords = { zh, en }
