import { sendingEn } from '../words/sending-en.ts'
import { sendingZh } from '../words/sending-zh.ts'

export const sendingWords = { zh: sendingZh, en: sendingEn }
