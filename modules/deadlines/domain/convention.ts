import type { DeadlineRule } from './deadline-rule.ts'

export const conventions = ['conservative_exact', 'textbook_hour_excluded', 'detention_day_is_24h'] as const
export type Convention = (typeof conventions)[number]

/**
 * The rule as another convention reads it. The house reads hours from the minute and a day of custody as 24 hours;
 * only the textbook reading, never the default, drops the opening clock hour (R10).
 */
export const underConvention = (rule: DeadlineRule, convention: Convention): DeadlineRule =>
  convention === 'textbook_hour_excluded' ? { ...rule, hoursCountFrom: 'next-full-hour' } : rule
