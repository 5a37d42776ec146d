import { en } from '../words/en.ts'
import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { zh } from '../words/zh.ts'

/** Words of the domain and of the screens, in both languages. */
export const incidentWords = { zh: { ...zh, ...screensZh }, en: { ...en, ...screensEn } }
