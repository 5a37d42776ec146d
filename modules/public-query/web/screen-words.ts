import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'

export const queryWords = { zh: screensZh, en: screensEn }
