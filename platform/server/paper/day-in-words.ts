import { type Day, dayOf, inBeijing } from '#kernel/beijing-time.ts'

/** `2026年12月16日` */
export const dayInWords = (of: Day): string => {
  const [year, month, dayOfMonth] = of.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}

/** `2026年11月21日 07时52分` */
export const timeInWords = (at: Date): string => `${dayInWords(dayOf(at))} ${inBeijing(at).slice(11, 16).replace(':', '时')}分`
