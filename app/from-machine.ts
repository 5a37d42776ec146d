import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type FirstSetUp, recoverFromMachine, sayUnitFault, setUpFromMachine } from '#modules/accounts/index.ts'
import { sayRefusal } from '#platform/server/http.ts'
import type { Platform } from '#platform/server/platform.ts'
import { Refusal } from '#platform/server/refusal.ts'
import { modules } from './modules.ts'

type Say = (zh: string, en: string) => void

const usage = {
  setup:
    'npm run setup -- --bureau 141199000000 --name 汾川县公安局 --short 汾公 --english "Fenchuan County Public Security Bureau" --units units.csv --admin 140008 --admin-name 宋以宁',
  admin: 'npm run admin -- recover 140008',
}
const sayUsage = (say: Say, line: string): number => {
  say(`用法：${line}`, `Usage: ${line}`)
  return 2
}

/** A CSV of a spreadsheet is UTF-8 or, in China, GB18030. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const text = { type: 'string' } as const
const options = { bureau: text, name: text, short: text, english: text, units: text, admin: text, 'admin-name': text }

/** What `npm run setup` was told; null if something is missing or not understood. */
async function readWords(words: readonly string[]): Promise<FirstSetUp | null> {
  try {
    const { values } = parseArgs({ args: [...words], options })
    const { bureau, name, admin, units, 'admin-name': adminName } = values
    if (!bureau || !name || !admin || !adminName || !/^\d{12}$/.test(bureau) || !/^\d{6}$/.test(admin)) return null
    const csv = units === undefined ? '' : decode(await readFile(units))
    const { short = name.slice(0, 12), english = name } = values
    return { code: bureau, nameZh: name, nameEn: english, shortName: short, csv, policeNumber: admin, name: adminName }
  } catch {
    return null
  }
}

interface Handed {
  readonly code: string
  readonly joinAddress: string
}

function sayCode(say: Say, policeNumber: string, { code, joinAddress }: Handed): void {
  say(`邀请码（72 小时内有效，只用一次）：${code}`, `Code (72 hours, once): ${code}`)
  say(`请警号 ${policeNumber} 打开 ${joinAddress} 设置密码`, `Let ${policeNumber} open ${joinAddress} and set a password`)
}

/** What a refusal says at the machine, in both languages, line by line for a file. */
function sayNo(say: Say, refusal: Refusal): number {
  const inLanguage = (language: 'zh' | 'en') =>
    sayRefusal(refusal, language, Object.assign({}, ...modules.map((module) => module.words?.[language].refusals ?? {})))
  say(inLanguage('zh'), inLanguage('en'))
  const { faults = [] } = refusal.facts as { faults?: readonly Parameters<typeof sayUnitFault>[0][] }
  for (const fault of faults) say(sayUnitFault(fault, 'zh'), sayUnitFault(fault, 'en'))
  return 1
}

const told = (say: Say, work: () => Promise<number>): Promise<number> =>
  work().catch((refused: unknown) => {
    if (refused instanceof Refusal) return sayNo(say, refused)
    throw refused
  })

/** Makes the bureau, its units and the code of the first administrator. A demo stays one. */
export const runSetUp = (platform: Platform, words: readonly string[], say: Say): Promise<number> =>
  told(say, async () => {
    const given = await readWords(words)
    if (!given) return sayUsage(say, usage.setup)
    if (platform.isDemo) {
      say('这里装的是演示数据，请换一个空目录：DAYLIGHT_HOME=./bureau', 'This holds the demo: take an empty folder, DAYLIGHT_HOME=./bureau')
      return 1
    }
    const made = await setUpFromMachine(platform, given)
    say(`${given.nameZh}已建立，单位 ${made.units} 个`, `${given.nameEn} is set up with ${made.units} units`)
    sayCode(say, given.policeNumber, made)
    return 0
  })

/** Lets the last administrator in again. */
export const runAdmin = (platform: Platform, [what, policeNumber = '']: readonly string[], say: Say): Promise<number> =>
  told(say, async () => {
    if (what !== 'recover' || !/^\d{6}$/.test(policeNumber)) return sayUsage(say, usage.admin)
    const made = await recoverFromMachine(platform, policeNumber)
    say(
      `二次验证已清除，原密码作废，${made.endedSessions} 处登录已退出`,
      `Second factor removed, password void, ${made.endedSessions} sessions ended`,
    )
    sayCode(say, policeNumber, made)
    return 0
  })
