import { type Day, weekdayOf } from '#kernel/beijing-time.ts'
import type { Language } from '#kernel/bilingual.ts'

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026年12月16日`, `16 Dec 2026` */
export function sayDay(day: Day, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`
}

export const sayWeekday = (day: Day, language: Language): string => weekdays[language][weekdayOf(day)] ?? ''
