import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { hours, months } from '../length.ts'

// 公安机关现场执法视音频记录工作规定。
const common = { inForce: { from: day('2016-07-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

/** 当日上传；在外的，返回后二十四小时内。 */
export const bodycamUpload = defineRule({
  ...common,
  id: 'bodycam_upload',
  title: { zh: '上传执法记录', en: 'Uploading body-camera video' },
  startsWith: { zh: '当日值勤结束', en: "End of the day's duty" },
  standing: 'unconfirmed',
  limit: hours(24),
  restartedBy: { 'returned-to-unit': cite('bodycam-rules-2016', '*') },
  rollsOver: 'never',
  basis: cite('bodycam-rules-2016', '*'),
})

/** 至少六个月；作为证据等的，永久保存。 */
export const bodycamRetention = defineRule({
  ...common,
  id: 'bodycam_retention',
  title: { zh: '保存执法记录', en: 'Keeping body-camera video' },
  startsWith: { zh: '记录', en: 'Recording' },
  standing: 'secondary',
  limit: months(6),
  rollsOver: 'never',
  basis: cite('bodycam-rules-2016', '13'),
})
