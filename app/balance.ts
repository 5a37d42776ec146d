import { parseArgs } from 'node:util'
import { type Day, dayOf, isDay } from '#kernel/beijing-time.ts'
import { type BureauCode, isUnitCode } from '#kernel/unit-code.ts'
import { bureauCodes, unitNames } from '#modules/accounts/index.ts'
import { balanceLines, drawBalance, isBalanced } from '#modules/incidents/index.ts'
import { type OpenTransaction, timeOf } from '#platform/server/database.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const usage = () => {
  say(
    '用法：npm run -s balance -- --day 2026-03-01 [--bureau 141199000000] · Usage: npm run -s balance -- --day 2026-03-01 [--bureau 141199000000]',
  )
  return 2
}

interface Asked {
  readonly day: Day
  readonly bureaus: readonly BureauCode[]
}

/** Which day and which bureaus; without a day the present one, without a bureau all that the installation has. Null: not understood. */
async function readWords(open: OpenTransaction, words: readonly string[], today: Day): Promise<Asked | null> {
  try {
    const { values } = parseArgs({ args: [...words], options: { day: { type: 'string' }, bureau: { type: 'string' } } })
    const day = values.day ?? today
    if (!isDay(day) || (values.bureau !== undefined && !isUnitCode(values.bureau))) return null
    return { day, bureaus: values.bureau === undefined ? await bureauCodes(open) : [values.bureau as BureauCode] }
  } catch {
    return null
  }
}

/** Prints the balance of one day for each bureau; 1 if something does not add up, 2 if it was asked wrongly. */
export async function runBalance(open: OpenTransaction, words: readonly string[]): Promise<number> {
  const now = await timeOf(open)
  const asked = await readWords(open, words, dayOf(now))
  if (!asked) return usage()
  const names = await unitNames(open, asked.bureaus)
  let [received, broken] = [0, 0]
  for (const bureauCode of asked.bureaus) {
    const balance = await drawBalance(open, { bureauCode, day: asked.day, actor: null }, now)
    for (const line of balanceLines(`${bureauCode} ${names.get(bureauCode) ?? ''}`, balance)) say(line)
    received += balance.received
    if (!isBalanced(balance)) broken += 1
  }
  say(
    `${asked.day}：${asked.bureaus.length} 个局接警 ${received} 件，${broken === 0 ? '件件有着落' : `${broken} 个局有没有着落的`} · ${asked.bureaus.length} bureaus, ${received} received, ${broken === 0 ? 'all accounted for' : `${broken} with something unaccounted for`}`,
  )
  return broken === 0 ? 0 : 1
}
