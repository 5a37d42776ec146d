import { inBeijing } from '#kernel/beijing-time.ts'

/** `2026-03-02 10:00`, which spreadsheets read as a time and people as Beijing's. */
export const beijingCell = (at: Date | null): string | null => (at === null ? null : inBeijing(at).slice(0, 16).replace('T', ' '))
