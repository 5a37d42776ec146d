import { en } from '../words/en.ts'
import { leaderRequestsEn } from '../words/leader-requests-en.ts'
import { leaderRequestsZh } from '../words/leader-requests-zh.ts'
import { measuresEn } from '../words/measures-en.ts'
import { measuresZh } from '../words/measures-zh.ts'
import { partiesEn } from '../words/parties-en.ts'
import { partiesZh } from '../words/parties-zh.ts'
import { recordEn } from '../words/record-en.ts'
import { recordZh } from '../words/record-zh.ts'
import { screensEn } from '../words/screens-en.ts'
import { screensZh } from '../words/screens-zh.ts'
import { zh } from '../words/zh.ts'

/** Words of the domain and of the screens, in both languages. */
export const caseWords = {
  zh: { ...zh, ...screensZh, people: partiesZh, record: recordZh, measureForm: measuresZh, leaderRequests: leaderRequestsZh },
  en: { ...en, ...screensEn, people: partiesEn, record: recordEn, measureForm: measuresEn, leaderRequests: leaderRequestsEn },
}
