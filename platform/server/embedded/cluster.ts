import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedFault } from './embedded-fault.ts'
import { environment, runningAs, type Identity } from './identity.ts'

/** The folders and files of one embedded server. */
export interface Layout {
  /** `<DAYLIGHT_HOME>/postgres`, resolved. */
  readonly folder: string
  readonly data: string
  readonly passwordFile: string
  readonly log: string
}

export const superuser = 'postgres'
const marker = 'daylight.json'

function run(identity: Identity, command: readonly string[], input = ''): { isDone: boolean; said: string } {
  const [file = '', ...rest] = [...identity.prefix, ...command]
  const done = spawnSync(file, rest, { ...runningAs(identity), env: environment, cwd: '/', input, encoding: 'utf8' })
  return { isDone: done.status === 0, said: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim() }
}

const majorOf = (binaries: Binaries, identity: Identity) =>
  run(identity, [binaries.postgres, '--version']).said.match(/PostgreSQL\) (\d+)/)?.[1] ?? '?'

/** Refuses, in plain words, a data folder that is not ours or of another major version; never touches it. */
function refuseWrongData(layout: Layout, major: string): void {
  const versionFile = path.join(layout.data, 'PG_VERSION')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined
  if (version === undefined || !existsSync(path.join(layout.data, marker))) {
    throw new EmbeddedFault(
      `${layout.data} 不是阳光执法建立的数据库目录，没有动它。请把它移走，或用 DAYLIGHT_HOME 另选目录。`,
      `${layout.data} was not made by Daylight; it was left as it is. Move it away, or choose another DAYLIGHT_HOME.`,
    )
  }
  if (version === major) return
  throw new EmbeddedFault(
    `${layout.data} 是 PostgreSQL ${version} 的数据，本程序带的是 ${major}。数据没有动。请用原来的版本启动并导出，或用 DATABASE_URL 指定 PostgreSQL ${version} 的服务器。`,
    `${layout.data} holds data of PostgreSQL ${version}; this program brings ${major}. The data was left as it is. Start the former version to export it, or name a PostgreSQL ${version} server in DATABASE_URL.`,
  )
}

function writePassword(layout: Layout): string {
  const password = randomBytes(24).toString('base64url')
  const draft = `${layout.passwordFile}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, password, { mode: 0o600, flag: 'wx' })
  renameSync(draft, layout.passwordFile)
  return password
}

/** Reads the password of the superuser. */
export const readPassword = (layout: Layout) => readFileSync(layout.passwordFile, 'utf8').trim()

// why: a folder restored from a copy may lack the password beside it; the data is worth more than the ceremony.
function resetPassword(layout: Layout, binaries: Binaries, identity: Identity): void {
  const password = writePassword(layout)
  const single = [binaries.postgres, '--single', '-D', layout.data, '-c', 'log_statement=none', 'postgres']
  const { isDone, said } = run(identity, single, `alter role ${superuser} password '${password}'\n`)
  if (isDone && !said.includes('ERROR')) return
  rmSync(layout.passwordFile, { force: true })
  throw new EmbeddedFault(`不能打开数据库 ${layout.data}：${said}`, `Cannot open the database in ${layout.data}.`)
}

const clusterFlags = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // why: trigram search finds nothing in Chinese text with another LC_CTYPE, silently.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  '--lc-messages=C',
  '--lc-monetary=C',
  '--lc-numeric=C',
  '--lc-time=C',
  '--no-instructions',
]

function initialise(layout: Layout, binaries: Binaries, how: { identity: Identity; durable: boolean }): void {
  const draft = path.join(layout.folder, 'data.new')
  const secret = path.join(layout.folder, 'initial-password')
  const password = existsSync(layout.passwordFile) ? readPassword(layout) : writePassword(layout)
  rmSync(draft, { recursive: true, force: true })
  rmSync(secret, { force: true })
  writeFileSync(secret, password, { mode: 0o600, flag: 'wx' })
  if (process.getuid?.() === 0) chownSync(secret, how.identity.uid, how.identity.gid)
  const command = [binaries.initdb, '-D', draft, `--username=${superuser}`, `--pwfile=${secret}`, ...clusterFlags]
  const { isDone, said } = run(how.identity, how.durable ? command : command.concat('--no-sync'))
  rmSync(secret, { force: true })
  if (!isDone) {
    rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedFault(`不能建立数据库：${said}`, `Cannot make the database in ${layout.data}.`)
  }
  writeFileSync(path.join(draft, marker), `${JSON.stringify({ madeBy: 'daylight' })}\n`)
  if (process.getuid?.() === 0) chownSync(path.join(draft, marker), how.identity.uid, how.identity.gid)
  // why: an initdb cut short must not look like a database, so the folder gets its name only when whole.
  renameSync(draft, layout.data)
}

/** Makes the cluster at the first start, and checks it at every other; call only as the owner, with no server running. */
export function prepareCluster(layout: Layout, binaries: Binaries, how: { identity: Identity; durable: boolean }): void {
  const isEmpty = !existsSync(layout.data) || readdirSync(layout.data).length === 0
  if (isEmpty) return initialise(layout, binaries, how)
  refuseWrongData(layout, majorOf(binaries, how.identity))
  if (!existsSync(layout.passwordFile)) resetPassword(layout, binaries, how.identity)
}
