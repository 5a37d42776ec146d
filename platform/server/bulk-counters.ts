import type { Series } from './number.ts'
import type { PlatformTables } from './tables.ts'

/** Gives out numbers of series that nobody else counts yet; for bulk loads. */
export function bulkCounters() {
  const counters = new Map<string, PlatformTables['platform.counter']>()
  return {
    next({ bureauCode, unitCode, kind, period }: Series): number {
      const key = [bureauCode, unitCode, kind, period].join()
      const value = (counters.get(key)?.last_value ?? 0) + 1
      counters.set(key, { bureau_code: bureauCode, unit_code: unitCode, kind, period, last_value: value })
      return value
    },
    rows: () => [...counters.values()],
  }
}
