import { existsSync, readFileSync } from 'node:fs'
import type { QueryKey } from './citizen.ts'
import type { Report } from './take-call.ts'

interface Places {
  readonly addresses: readonly string[]
  /** Standard output and error of the server. */
  readonly logFile: string
  readonly home: string
}

const spellings = (text: string) => [
  text,
  encodeURIComponent(text),
  encodeURIComponent(text).replaceAll('%20', '+'),
  text.replaceAll(' ', ''),
]

/** Where the words of one reporter are found that may stand in a database, sealed, and nowhere else. */
export function traceOf(
  { name, phone, place, summary, number, code }: Omit<Report, 'category'> & QueryKey,
  { addresses, logFile, home }: Places,
): readonly string[] {
  const canaries = { name, phone, place, summary, number, code }
  const empty = Object.keys(canaries).find((what) => canaries[what as keyof typeof canaries] === '')
  if (empty) throw new Error(`the walk came to no ${empty}, so nothing can be searched for`)
  const databaseLog = `${home}/postgres.log`
  const texts = {
    'an address': addresses.map((address) => `${address}\n${decodeURIComponent(address)}`).join('\n'),
    "the server's output": readFileSync(logFile, 'utf8'),
    "the database's log": existsSync(databaseLog) ? readFileSync(databaseLog, 'utf8') : '',
  }
  return Object.entries(canaries).flatMap(([what, canary]) =>
    Object.entries(texts).flatMap(([where, text]) =>
      spellings(canary).some((spelling) => text.includes(spelling)) ? [`the ${what} in ${where}`] : [],
    ),
  )
}
