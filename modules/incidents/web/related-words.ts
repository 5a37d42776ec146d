import { relatedEn } from '../words/related-en.ts'
import { relatedZh } from '../words/related-zh.ts'

export const relatedWords = { zh: relatedZh, en: relatedEn }
