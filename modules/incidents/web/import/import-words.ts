import { importEn } from '../../words/import-en.ts'
import { importZh } from '../../words/import-zh.ts'

export const importWords = { zh: importZh, en: importEn }
