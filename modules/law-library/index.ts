export { citationText, citationWords } from './domain/citation-text.ts'
export { citationExists } from './domain/library.ts'
