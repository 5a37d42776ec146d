import type { DeadlineRule } from './deadline-rule.ts'

export const conventions = ['conservative_exact', 'textbook_hour_excluded', 'detention_day_is_24h'] as const
export type Convention = (typeof conventions)[number]

/**
 * The rule as another convention reads it. The house reads hours from the minute; only the textbook reading, never the default,
 * drops the opening clock hour (R10). Days of custody until the arrest is asked for are 24 hours already (R7); that convention
 * makes the natural days of another custody so too.
 */
export function underConvention(rule: DeadlineRule, convention: Convention): DeadlineRule {
  if (convention === 'textbook_hour_excluded') return { ...rule, hoursCountFrom: 'next-full-hour' }
  const { limit } = rule
  const isCustodyOfDays = convention === 'detention_day_is_24h' && rule.restrictsLiberty && 'unit' in limit && limit.unit === 'day'
  return isCustodyOfDays ? { ...rule, limit: { count: limit.count, unit: 'full-day' } } : rule
}
