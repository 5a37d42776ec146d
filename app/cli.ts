import { bureauCodes } from '#modules/accounts/index.ts'
import { rebuildPublicQuery } from '#modules/public-query/index.ts'
import { ConfigFault, environmentOfApp, readConfig } from '#platform/server/config.ts'
import { openAs } from '#platform/server/database.ts'
import { EmbeddedFault } from '#platform/server/embedded/embedded-fault.ts'
import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { openLog } from '#platform/server/log.ts'
import { InstallationFault, migrate } from '#platform/server/migrate.ts'
import { loadDemo } from './demo/load-demo.ts'
import { seedProvince } from './demo/seed-province.ts'
import { decideDemo } from './demo-decision.ts'
import { isServersOwn, runBackup, runRestore, sayServersOwn } from './backup.ts'
import { runBalance } from './balance.ts'
import { runAdmin, runSetUp } from './from-machine.ts'
import { runDoctor } from './doctor/run-doctor.ts'
import { assemblePlatform, connectionOf, type Opened, openInstallation } from './installation.ts'
import { keysNeedNoDatabase, runKeyFiles, runKeys } from './keys.ts'
import { migrationFolders } from './modules.ts'
import { asksForFile, runExportAudit, runVerifyAudit, runVerifyFile } from './verify-trail.ts'
import type { Config } from '#platform/server/config.ts'
import type { Platform } from '#platform/server/platform.ts'

type Say = (zh: string, en: string) => void
const say: Say = (zh, en) => void process.stdout.write(`${zh} · ${en}\n`)

interface Command {
  readonly zh: string
  readonly en: string
  /** Opens a database itself, or none. */
  readonly isOnItsOwn?: (words: readonly string[]) => boolean
  run(config: Config, words: readonly string[]): Promise<number>
}

/** Runs with the installation open, whichever database it is on. */
const withInstallation =
  (work: (config: Config, opened: Opened, words: readonly string[]) => Promise<number>) =>
  async (config: Config, words: readonly string[]) => {
    const opened = await openInstallation(config, openLog('warn'))
    try {
      return await work(config, opened, words)
    } finally {
      await opened.database.close()
    }
  }

const verify = withInstallation((config, { database }, words) => runVerifyAudit(config, openAs(database.db), words, say))
const exportAudit = withInstallation((_config, { database }, words) => runExportAudit(openAs(database.db), words, say))

const keys = withInstallation((config, { database }, words) => runKeys(config, database, words, say))
/** The same for what works as actions do. */
const withPlatform = (work: (platform: Platform, words: readonly string[]) => Promise<number>) =>
  withInstallation(async (config, { database, installation }, words) => {
    const isDemo = installation?.isDemo ?? false
    return work(await assemblePlatform({ config, database, log: openLog('warn'), isDemo, wake: () => undefined }), words)
  })

const balance = withInstallation((_config, { database }, words) => runBalance(openAs(database.db), words))

const seed = withInstallation(async (config, { database, installation, hasBureau }) => {
  if (decideDemo({ ...config, demo: true }, { isMarked: installation?.isDemo ?? null, hasBureau }) === 'load')
    await loadDemo({ config, database, say })
  else say('演示县已在数据库里', 'The demo county is there already')
  return 0
})

async function rebuild(config: Config, words: readonly string[]): Promise<number> {
  const [what] = words
  if (what !== 'public-query') {
    say('用法：npm run rebuild -- public-query', 'Usage: npm run rebuild -- public-query')
    return 2
  }
  return withPlatform(async (platform) => {
    const onProgress = (done: number) => void (done % 1_000 === 0 && say(`已重建 ${done} 件`, `${done} cases done`))
    const done = await rebuildPublicQuery(platform, { bureauCodes: await bureauCodes(openAs(platform.db)), onProgress })
    say(`重建了 ${done} 件案件的查询数据`, `The query data of ${done} cases were made anew`)
    return 0
  })(config, words)
}

/** What is done to the embedded database alone; a server's is left to the server. */
const ofEmbedded = (work: (config: Config, words: readonly string[], say: Say) => Promise<number>) => ({
  run: async (config: Config, words: readonly string[]) => (isServersOwn(config) ? sayServersOwn(say) : work(config, words, say)),
})

const commands: Record<string, Command> = {
  migrate: {
    zh: '升级数据库结构',
    en: 'bring the database to the present schema',
    async run(config) {
      const applied = await migrate(connectionOf(config), migrationFolders)
      say(`执行了 ${applied.length} 个迁移`, `${applied.length} migrations applied`)
      return 0
    },
  },
  seed: {
    zh: '装入演示县；-- --scale province 装入全省',
    en: 'load the demo county, or a province of its own',
    isOnItsOwn: (words) => words.length > 0,
    run: (config, words) => (words.length > 0 ? seedProvince(config, words, say) : seed(config, words)),
  },
  'verify-audit': {
    zh: '校验办理痕迹；-- --file 文件 校验导出的',
    en: 'verify the audit trail, or an exported one',
    isOnItsOwn: asksForFile,
    run: (config, words) => (asksForFile(words) ? runVerifyFile(words, say) : verify(config, words)),
  },
  'export-audit': { zh: '导出办理痕迹以便在别处校验', en: 'export the audit trail to verify it elsewhere', run: exportAudit },
  keys: {
    zh: '密钥：rotate 换新、reseal 重新加密、retire 销毁、export 和 import 文件',
    en: 'keys: rotate, reseal, retire, export and import a file',
    isOnItsOwn: keysNeedNoDatabase,
    run: (config, words) => (keysNeedNoDatabase(words) ? runKeyFiles(config, words, say) : keys(config, words)),
  },
  backup: { zh: '在线备份内嵌数据库（不含密钥）', en: 'back up the embedded database online, without keys', ...ofEmbedded(runBackup) },
  restore: { zh: '在空目录里恢复备份', en: 'restore a backup into an empty home', ...ofEmbedded(runRestore) },
  balance: { zh: '给某一天的警情平账', en: 'draw the balance of one day', run: balance },
  rebuild: { zh: '重建查询数据', en: 'make the query data anew', run: rebuild },
  setup: {
    zh: '建立本局、单位和第一名管理员',
    en: 'set up the bureau, its units and the first administrator',
    run: withPlatform((platform, words) => runSetUp(platform, words, say)),
  },
  admin: {
    zh: '让最后一名管理员重新登录',
    en: 'let the last administrator in again',
    run: withPlatform((platform, words) => runAdmin(platform, words, say)),
  },
  doctor: { zh: '检查这台机器和安装', en: 'check this machine and the installation', isOnItsOwn: () => true, run: runDoctor },
}

/** Without DATABASE_URL the embedded database is started, or adopted if it runs, for as long as the command lasts. */
async function withDatabase(config: Config, work: (config: Config) => Promise<number>): Promise<number> {
  if (config.databaseUrl !== null || config.embeddedConnection !== null) return work(config)
  const embedded = await startEmbedded({ home: config.home })
  try {
    return await work(readConfig(environmentOfApp(embedded.connection)))
  } finally {
    await embedded.stop()
  }
}

async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (!command) {
    for (const [known, { zh, en }] of Object.entries(commands)) process.stdout.write(`npm run ${known.padEnd(14)} ${zh} · ${en}\n`)
    return 2
  }
  const config = readConfig()
  return command.isOnItsOwn?.(words) ? command.run(config, words) : withDatabase(config, (ready) => command.run(ready, words))
}

// why: whoever reads only the head of an answer, as `| head` does, has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2)).catch((fault: Error) => {
  const isPlain = [ConfigFault, InstallationFault, EmbeddedFault].some((plain) => fault instanceof plain)
  process.stderr.write(`${isPlain ? fault.message : fault.stack}\n`)
  return 1
})
