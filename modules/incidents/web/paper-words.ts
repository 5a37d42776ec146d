import { papersEn } from '../words/papers-en.ts'
import { papersZh } from '../words/papers-zh.ts'

export const paperWords = { zh: papersZh, en: papersEn }
