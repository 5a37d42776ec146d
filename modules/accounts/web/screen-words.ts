import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'

export const screenWords = { zh: screensZh, en: screensEn }
