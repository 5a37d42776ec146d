import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { secondFactorEn } from '../words/second-factor-en.ts'
import { secondFactorZh } from '../words/second-factor-zh.ts'

export const screenWords = { zh: screensZh, en: screensEn }
export const secondFactorWords = { zh: secondFactorZh, en: secondFactorEn }
