import { en } from '../words/en.ts'
import { recordEn } from '../words/record-en.ts'
import { recordZh } from '../words/record-zh.ts'
import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { zh } from '../words/zh.ts'

/** Words of the domain and of the screens, in both languages. */
export const caseWords = { zh: { ...zh, ...screensZh, record: recordZh }, en: { ...en, ...screensEn, record: recordEn } }
