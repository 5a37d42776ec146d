import { en } from '../words/en.ts'
import { partiesEn } from '../words/parties-en.ts'
import { partiesZh } from '../words/parties-zh.ts'
import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { zh } from '../words/zh.ts'

/** Words of the domain and of the screens, in both languages. */
export const caseWords = { zh: { ...zh, ...screensZh, people: partiesZh }, en: { ...en, ...screensEn, people: partiesEn } }
