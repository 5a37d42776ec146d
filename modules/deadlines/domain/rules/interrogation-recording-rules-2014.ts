import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

// 公安机关讯问犯罪嫌疑人录音录像工作规定。
const common = { inForce: { from: day('2014-10-01'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const interrogationMediaHandover = defineRule({
  ...common,
  id: 'interrogation_media_handover',
  title: { zh: '移交讯问录音录像', en: 'Handing over the interrogation recording' },
  startsWith: { zh: '讯问结束', en: 'End of the interrogation' },
  standing: 'unconfirmed',
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('interrogation-recording-2014', '*'),
})

export const interrogationMediaRetention = defineRule({
  ...common,
  id: 'interrogation_media_retention',
  title: { zh: '保存讯问录音录像', en: 'Keeping interrogation recordings' },
  startsWith: { zh: '讯问结束', en: 'End of the interrogation' },
  standing: 'unconfirmed',
  limit: { words: { zh: '与案卷保存期限相同', en: 'as long as the case file' } },
  rollsOver: 'never',
  basis: cite('interrogation-recording-2014', '*'),
})
