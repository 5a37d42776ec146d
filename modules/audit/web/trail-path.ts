import { anyValue } from '#platform/web/list-state.ts'

/** The list, narrowed to one subject or person from the beginning on. */
export const trailPath = (only: Readonly<Record<string, string>>): string =>
  `/staff/audit?${new URLSearchParams({ ...only, days: anyValue })}`

/** Who looked at one subject, from the beginning on. */
export const readersPath = (subject: string): string => `/staff/audit/readers?${new URLSearchParams({ subject })}`

/** What one officer looked at. */
export const lookedPath = (officerId: string): string => `/staff/audit/looked?${new URLSearchParams({ officerId })}`
