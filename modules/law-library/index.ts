export { citationText, citationWords, lawTitle } from './domain/citation-text.ts'
export { citationExists, findLaw, laws } from './domain/library.ts'
export type { Law } from './domain/law.ts'
