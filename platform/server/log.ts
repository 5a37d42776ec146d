import { type Logger, pino } from 'pino'

/** One line for each request and delivery: ids and codes only, never a name, number, phone or text of a case. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** Of an error only what cannot quote a person: its name, its SQLSTATE, and where it was thrown. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames.slice(0, 12).join('\n') }
}

export const openLog = (level: 'info' | 'warn' | 'silent'): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } })

export const silentLog: Log = openLog('silent')
