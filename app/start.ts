import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import path from 'node:path'
import { ConfigFault, environmentOfApp, readConfig, type Config } from '#platform/server/config.ts'
import { EmbeddedFault } from '#platform/server/embedded/embedded-fault.ts'
import { startEmbedded, type Embedded } from '#platform/server/embedded/start-embedded.ts'
import { keepAppProcess, type AppProcess } from './app-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const say = (zh: string, en: string) => void process.stdout.write(`${zh} · ${en}\n`)

class ScreensFault extends Error {}

const building = new AbortController()
const apps: AppProcess[] = []
let database: Promise<Embedded> | undefined
let isStopping = false

/** Ends in order: the app processes first, so that they can finish what they do, then the database. */
async function stop(exitCode: number): Promise<never> {
  building.abort()
  await Promise.all(apps.map((app) => app.stop()))
  const running = await database?.catch(() => undefined)
  await running?.stop()
  process.exit(exitCode)
}

function stopOnce(exitCode: number): void {
  if (isStopping) return
  isStopping = true
  void stop(exitCode)
}

function stopBySignal(): void {
  if (!isStopping) say('正在停止……', 'Stopping …')
  stopOnce(0)
}

/** Says why it cannot go on, in plain words where they are known, and ends. */
function giveUp(fault: unknown): void {
  if (isStopping) return
  const isPlain = [ConfigFault, EmbeddedFault, ScreensFault].some((plain) => fault instanceof plain)
  const title = fault instanceof ConfigFault ? '设置有误 · Wrong settings:\n' : ''
  process.stderr.write(`${title}${isPlain ? (fault as Error).message : (fault as Error).stack}\n`)
  stopOnce(1)
}

function openDatabase({ home, databaseUrl }: Config): Promise<Embedded> | undefined {
  if (databaseUrl !== null) {
    say('数据库：使用 DATABASE_URL 指定的服务器', 'Database: the server in DATABASE_URL')
    return undefined
  }
  say(`数据库：启动内嵌 PostgreSQL，数据在 ${home}`, 'Database: starting the embedded PostgreSQL')
  return startEmbedded({
    home,
    onRestart: () => say('内嵌 PostgreSQL 已重新启动，数据完好', 'The embedded PostgreSQL was started again; nothing is lost'),
    onLost: giveUp,
  })
}

/** Builds the screens, unless they hold what the sources give. */
async function buildScreens(): Promise<void> {
  // why: in a process of its own, since the bundler stays large in memory and sets NODE_ENV for all that follows.
  const options: SpawnOptions = { cwd: root, signal: building.signal, stdio: ['ignore', 'ignore', 'inherit'] }
  const build = spawn(process.execPath, [path.join(root, 'tools/build-web.ts')], options)
  const [exitCode] = (await once(build, 'exit')) as [number | null]
  if (exitCode !== 0) throw new ScreensFault('界面没有打包成功，原因见上 · The screens could not be built; see above')
}

const sources = ['app', 'modules', 'platform', 'kernel']

/** For development: each change of a source builds the screens again, if they changed, and starts the app processes anew. */
function restartOnChange(): void {
  const quiet = 200
  let waiting: NodeJS.Timeout | undefined
  const rebuild = () =>
    void buildScreens()
      .then(() => apps.forEach((app) => app.restart()))
      .catch((fault: unknown) => process.stderr.write(`${(fault as Error).message}\n`))
  for (const folder of sources) {
    watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (!/\.(tsx?|sql|css)$/.test(file ?? '') || /\.test\.tsx?$/.test(file ?? '')) return
      clearTimeout(waiting)
      waiting = setTimeout(rebuild, quiet)
    })
  }
}

/** Starts the first process, which brings the schema up to date, and once it serves those that share its port. */
function keepApps({ processes }: Config, environment: ReturnType<typeof environmentOfApp>): void {
  const keep = (isFirst: boolean) => {
    const app: AppProcess = keepAppProcess({
      script: path.join(root, 'app/server.ts'),
      words: isFirst ? [] : ['--besides'],
      environment,
      say,
      onRefusal: stopOnce,
      ...(isFirst && { onReady: () => !isStopping && Array.from({ length: processes - 1 }, () => keep(false)) }),
    })
    apps.push(app)
  }
  keep(true)
}

async function start(): Promise<void> {
  const config = readConfig()
  say('界面：有改动时打包', 'Screens: building if they changed')
  const screens = buildScreens()
  database = openDatabase(config)
  const [embedded] = await Promise.all([database, screens])
  if (embedded?.isAdopted()) say('数据库已由本目录的另一个进程启动，直接使用', 'The database of this folder is running already; using it')
  if (isStopping) return
  keepApps(config, environmentOfApp(embedded?.connection ?? null))
  if (process.argv.includes('--watch')) restartOnChange()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopBySignal)
await start().catch(giveUp)
