import { anyValue } from '#platform/web/list-state.ts'

/** The list, narrowed to one subject or person from the beginning on. */
export const trailPath = (only: Readonly<Record<string, string>>): string =>
  `/staff/audit?${new URLSearchParams({ ...only, days: anyValue })}`
