import { spawnSync } from 'node:child_process'
import { existsSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { EmbeddedFault } from './embedded-fault.ts'

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** As whom PostgreSQL runs: it refuses to be root, and initdb refuses a user without a name. */
export interface Identity extends Owner {
  /** What stands before the command. */
  readonly prefix: readonly string[]
}

/** The whole environment of PostgreSQL: what LANG or TZ of the machine say must not reach a cluster. */
export const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const nobody = 65_534
const isRoot = () => process.getuid?.() === 0
const inUserNamespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
// why: containers often forbid user namespaces; an unprivileged user who may pass a private folder comes to the same.
const past = ({ uid, gid }: Owner) => {
  const user = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return user.concat('--inh-caps=+dac_override', '--ambient-caps=+dac_override')
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function asRoot(owner: Owner): readonly Identity[] {
  return [
    { ...owner, prefix: [] },
    { uid: 0, gid: 0, prefix: inUserNamespace },
    { ...owner, prefix: past(owner) },
  ]
}

function asMyself(uid: number, gid: number): readonly Identity[] {
  const direct = { uid, gid, prefix: [] }
  const mapped = { uid, gid, prefix: inUserNamespace }
  return hasName() ? [direct, mapped] : [mapped, direct]
}

/** Options of `spawn` that make a command run under the identity. */
export function runningAs(identity: Identity): { uid?: number; gid?: number } {
  const mustDrop = isRoot() && identity.prefix.length === 0
  return mustDrop ? { uid: identity.uid, gid: identity.gid } : {}
}

/** A real trial, rather than a reading of modes: can it enter the folder and run the binary from there? */
function works(identity: Identity, postgres: string, folder: string): boolean {
  const [file = 'sh', ...rest] = identity.prefix.concat('sh', '-c', 'cd "$1" && "$2" --version', 'trial', folder, postgres)
  return spawnSync(file, rest, { ...runningAs(identity), env: environment, cwd: '/', stdio: 'ignore' }).status === 0
}

function handOver(folder: string, owner: Owner): void {
  lchownSync(folder, owner.uid, owner.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) handOver(file, owner)
    else lchownSync(file, owner.uid, owner.gid)
  }
}

/** Refuses a folder of somebody else's, in plain words. */
export function refuseForeignOwner(folder: string): void {
  const mine = process.getuid?.() ?? 0
  const { uid } = statSync(folder)
  if (mine === 0 || uid === mine) return
  throw new EmbeddedFault(
    `数据目录 ${folder} 属于另一个用户（uid ${uid}）。请用那个用户启动，或用 root 启动，或用 DAYLIGHT_HOME 另选目录。`,
    `The data folder belongs to another user (uid ${uid}). Start as that user, as root, or choose another DAYLIGHT_HOME.`,
  )
}

function candidates(owner: Owner, hasData: boolean): readonly Identity[] {
  const unprivileged = owner.uid === 0 ? { uid: nobody, gid: nobody } : { uid: owner.uid, gid: owner.gid }
  const all = isRoot() ? asRoot(unprivileged) : asMyself(process.getuid?.() ?? nobody, process.getgid?.() ?? nobody)
  const fits = (identity: Identity) => Number(hasData && identity.uid === owner.uid)
  return all.toSorted((one, other) => fits(other) - fits(one))
}

/** Chooses who runs PostgreSQL, preferring whoever owns the data already, and hands the folder over to them. */
export function chooseIdentity(postgres: string, folder: string): Identity {
  const data = path.join(folder, 'data')
  const hasData = existsSync(data)
  const owner = statSync(hasData ? data : folder)
  const chosen = candidates(owner, hasData).find((identity) => {
    // why: the trial itself must be able to enter, so the folder changes hands first; its content follows only once it works.
    if (isRoot()) lchownSync(folder, identity.uid, identity.gid)
    return works(identity, postgres, folder)
  })
  if (chosen !== undefined) {
    if (isRoot() && (!hasData || owner.uid !== chosen.uid)) handOver(folder, chosen)
    return chosen
  }
  if (isRoot()) lchownSync(folder, owner.uid, owner.gid)
  throw new EmbeddedFault(
    `内嵌 PostgreSQL 在本机不能运行：它不能以 root 身份运行，而别的用户进不了 ${folder}；或者系统不是 glibc。请把本目录放到别的用户也能进入的地方（例如 /opt/daylight），或用普通用户启动，或设 DATABASE_URL。`,
    `The embedded PostgreSQL cannot run here: it refuses to run as root and no other user can enter ${folder}, or this system has no glibc. Move the folder (for example to /opt/daylight), start as an ordinary user, or set DATABASE_URL.`,
  )
}
