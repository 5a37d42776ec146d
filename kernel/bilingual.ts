export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Legal wording that lives with the rule it words. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}
