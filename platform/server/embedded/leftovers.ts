import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Layout } from './cluster.ts'
import { EmbeddedFault } from './embedded-fault.ts'

/** What `postmaster.pid` says. */
export interface PidFile {
  readonly pid: number
  /** Seconds since 1970. */
  readonly startedAt: number
  readonly socketDirectory: string
  readonly isReady: boolean
}

const lines = { pid: 0, startedAt: 2, socketDirectory: 4, status: 7 }
export const lockIsHeld = 75

/** The file locked by the server and each of its processes for as long as one of them lives. */
export const lockFileOf = (layout: Layout) => path.join(layout.folder, 'server.lock')

const textOf = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

export function readPidFile(layout: Layout): PidFile | undefined {
  const line = textOf(path.join(layout.data, 'postmaster.pid'))?.split('\n')
  const pid = Number(line?.[lines.pid])
  if (line === undefined || !Number.isInteger(pid) || pid <= 1) return undefined
  return {
    pid,
    startedAt: Number(line[lines.startedAt]),
    socketDirectory: line[lines.socketDirectory] ?? '',
    isReady: line[lines.status]?.trim() === 'ready',
  }
}

const isServing = (layout: Layout) => spawnSync('flock', ['-n', '-E', `${lockIsHeld}`, lockFileOf(layout), 'true']).status === lockIsHeld

/** When a living process began, in seconds since 1970; needs no rights over it. */
function beganAt(pid: number): number | undefined {
  const fields = textOf(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')
  const boot = Number(textOf('/proc/stat')?.match(/^btime (\d+)$/m)?.[1])
  const ticksPerSecond = 100
  const startTime = 19
  return fields === undefined ? undefined : boot + Number(fields[startTime]) / ticksPerSecond
}

const isPostgres = (pid: number) => textOf(`/proc/${pid}/comm`)?.trim() === 'postgres'

/** Whether the process that the file names is still the server that wrote it, and not another with its number. */
export function isSameProcess({ pid, startedAt }: PidFile): boolean {
  const tolerance = 5
  return isPostgres(pid) && Math.abs((beganAt(pid) ?? 0) - startedAt) <= tolerance
}

async function hasLeft(layout: Layout, seconds: number): Promise<boolean> {
  const step = 50
  for (let waited = 0; waited < seconds * 1000; waited += step) {
    if (!isServing(layout)) return true
    await pause(step)
  }
  return !isServing(layout)
}

const serverStillThere = (layout: Layout) =>
  new EmbeddedFault(
    `另一个程序正在使用数据库目录 ${layout.data}，并且停不下来。请先停止它，再启动。`,
    `Another program uses the database in ${layout.data} and does not stop. Stop it, then start again.`,
  )

/** Waits for, or ends, a server whose launcher was killed, and clears the lock it may have left; call only as the owner. */
export async function clearLeftovers(layout: Layout): Promise<void> {
  const [grace, shutdown] = [3, 60]
  // why: when the launcher dies the kernel tells its server to stop, which takes a moment.
  if (!(await hasLeft(layout, grace))) {
    const pid = readPidFile(layout)?.pid
    if (pid !== undefined && isPostgres(pid)) process.kill(pid, 'SIGINT')
    if (!(await hasLeft(layout, shutdown))) throw serverStillThere(layout)
  }
  const file = readPidFile(layout)
  if (file === undefined) return
  if (isSameProcess(file)) throw serverStillThere(layout)
  // why: PostgreSQL refuses to start while the number in its file belongs to any living process of its user, as after a
  // restart of a container. Nobody holds the lock, so the file is stale; the memory it names went with the old machine.
  if (beganAt(file.pid) !== undefined) rmSync(path.join(layout.data, 'postmaster.pid'), { force: true })
}
