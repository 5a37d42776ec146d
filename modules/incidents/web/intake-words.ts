import { intakeEn } from '../words/intake-en.ts'
import { intakeZh } from '../words/intake-zh.ts'

export const intakeWords = { zh: intakeZh, en: intakeEn }
