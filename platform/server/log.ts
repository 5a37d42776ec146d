import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { destination, type DestinationStream, type Logger, multistream, pino, stdTimeFunctions } from 'pino'
import { addDays, dayOf } from '#kernel/beijing-time.ts'

/** One line for each request and delivery: ids and codes only, never a name, number, phone or text of a case. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** Of an error only what cannot quote a person: its name, its SQLSTATE, and where it was thrown. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames.slice(0, 12).join('\n') }
}

const options = { base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: describeError } }

const onStandardError = () => destination({ fd: 2, sync: true })

/** On standard error, for commands, which live shortly; or wherever the caller says. */
export const openLog = (level: 'info' | 'warn' | 'silent', stream: DestinationStream = onStandardError()): Log =>
  pino({ ...options, level }, stream)

export const silentLog: Log = openLog('silent')

const keepDays = 30
const minuteMs = 60_000
const nameOf = (day: string) => `daylight-${day}.log`

/** One file a day below `home/log`, kept for 30 days; what needs attention is also said on standard error. */
export function openLogFiles(home: string): Log {
  const folder = path.join(home, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const today = () => dayOf(new Date())
  let day = today()
  const file = destination({ dest: path.join(folder, nameOf(day)), sync: false, mode: 0o600 })
  const turnOver = () => {
    const oldest = nameOf(addDays(today(), -keepDays))
    for (const name of readdirSync(folder)) if (name.startsWith('daylight-') && name < oldest) rmSync(path.join(folder, name))
    if (today() === day) return
    day = today()
    file.reopen(path.join(folder, nameOf(day)))
  }
  turnOver()
  setInterval(turnOver, minuteMs).unref()
  return pino(
    { ...options, level: 'info' },
    multistream([
      { level: 'info', stream: file },
      { level: 'warn', stream: onStandardError() },
    ]),
  )
}
