import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf } from '#kernel/beijing-time.ts'
import { type Config, environmentOfApp, readConfig } from '#platform/server/config.ts'
import { openAs, timeOf } from '#platform/server/database.ts'
import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { openLog } from '#platform/server/log.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { gatherSubscribers } from '#platform/server/module.ts'
import { openInstallation, vaultBy } from '../installation.ts'
import { modules } from '../modules.ts'
import { loadProvince, type ProvinceProgress } from './load-province.ts'

type Say = (zh: string, en: string) => void

const provinceSeed = 'province'
const mostYears = 20

/** Where the province lies: below the folder of this installation, in a database of its own. */
export const provinceHome = ({ home }: Pick<Config, 'home'>): string => path.join(home, 'province')

interface Size {
  readonly years: number
  readonly counties: number | undefined
}

/** What `--years` and `--counties` ask for; null if they cannot be read. */
function sizeIn(words: readonly string[]): Size | null {
  const whole = (text: string) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : Number.NaN)
  const options = { scale: { type: 'string' }, years: { type: 'string' }, counties: { type: 'string' } } as const
  try {
    const { values } = parseArgs({ args: [...words], options })
    const years = whole(values.years ?? '1')
    const counties = values.counties === undefined ? undefined : whole(values.counties)
    const isRight = values.scale === 'province' && years <= mostYears && !Number.isNaN(counties ?? 0)
    return isRight ? { years, counties } : null
  } catch {
    return null
  }
}

function teller(say: Say) {
  const began = performance.now()
  const count = new Intl.NumberFormat('en-US')
  let told = -1
  return ({ counties, ofCounties, incidents, rows }: ProvinceProgress) => {
    // why: how it ended is told by the last county already, unless there was none to add.
    if (counties === told) return
    told = counties
    const seconds = (performance.now() - began) / 1_000
    const [received, written, rate] = [incidents, rows, Math.round(rows / seconds)].map((one) => count.format(one))
    const time = `${Math.round(seconds)} s`
    const memory = `${Math.round(process.memoryUsage.rss() / 1_000_000)} MB`
    say(
      `${counties}/${ofCounties} 个公安局，本次 ${received} 起警情、${written} 行（每秒 ${rate} 行），${time}，内存 ${memory}`,
      `${counties} of ${ofCounties} bureaus, ${received} incidents and ${written} rows in this run (${rate} a second)`,
    )
  }
}

async function fill(config: Config, size: Size, say: Say): Promise<void> {
  const { database } = await openInstallation(config, openLog('warn'))
  try {
    const now = await timeOf(openAs(database.db))
    const onCounty = teller(say)
    const done = await loadProvince({
      database,
      vault: await vaultBy(config),
      addresses: { publicUrl: config.publicUrl, staffUrl: config.staffUrl },
      subscribers: gatherSubscribers(modules),
      seed: provinceSeed,
      anchorDay: dayOf(now),
      now,
      ...size,
      onCounty,
    })
    onCounty(done)
  } finally {
    await database.close()
  }
}

/** Fills the province's own database; a second call goes on where the first was ended. Gives the exit code. */
export async function seedProvince(config: Config, words: readonly string[], say: Say): Promise<number> {
  const size = sizeIn(words)
  if (!size) {
    say(
      `用法：npm run seed -- --scale province [--years 1…${mostYears}] [--counties 1…117]`,
      `Usage: npm run seed -- --scale province [--years 1…${mostYears}] [--counties 1…117]`,
    )
    return 2
  }
  const home = provinceHome(config)
  say(`省级数据：装入 ${home}，正在使用的数据库不受影响`, `Province: filling ${home}; the database in use is not touched`)
  const embedded = await startEmbedded({ home })
  try {
    if (embedded.isAdopted())
      throw new InstallationFault(
        '省级数据库正由另一个程序使用，请先停止它。 · The database of the province is in use by another program: stop that first.',
      )
    await fill({ ...readConfig(environmentOfApp(embedded.connection)), home, databaseUrl: null }, size, say)
  } finally {
    await embedded.stop()
  }
  say('装好了。校验审计：DAYLIGHT_HOME=' + home + ' npm run -s verify-audit', 'Ready. To verify its trail, use the command above')
  return 0
}
