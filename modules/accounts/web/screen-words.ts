import { delegationsEn } from '../words/delegations-en.ts'
import { delegationsZh } from '../words/delegations-zh.ts'
import { passkeysEn } from '../words/passkeys-en.ts'
import { passkeysZh } from '../words/passkeys-zh.ts'
import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { secondFactorEn } from '../words/second-factor-en.ts'
import { secondFactorZh } from '../words/second-factor-zh.ts'
import { staffEn } from '../words/staff-en.ts'
import { staffZh } from '../words/staff-zh.ts'

export const screenWords = { zh: screensZh, en: screensEn }
export const secondFactorWords = { zh: secondFactorZh, en: secondFactorEn }
export const staffWords = { zh: staffZh, en: staffEn }
export const delegationWords = { zh: delegationsZh, en: delegationsEn }
export const passkeyWords = { zh: passkeysZh, en: passkeysEn }
