import { readdirSync, readFileSync } from 'node:fs'

export interface Running {
  readonly pid: number
  readonly command: string
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // why: a process may end between the listing and the reading.
    return ''
  }
}

const zombie = (pid: number) => / Z /.test(readOrNothing(`/proc/${pid}/stat`).replace(/^.*\)/, ')'))

/** Every process that works for this DAYLIGHT_HOME: the launcher and what it started know it by their environment, PostgreSQL by its data folder. */
export function processesOf(home: string): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({ pid: Number(name), command: readOrNothing(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim() }))
    .filter(({ pid, command }) => {
      if (command === '' || zombie(pid)) return false
      return command.includes(`${home}/`) || readOrNothing(`/proc/${pid}/environ`).split('\0').includes(`DAYLIGHT_HOME=${home}`)
    })
}

/** The one process of this home whose command says so: `app/server.ts`, `app/start.ts`, `postgres -D`. */
export function processOf(home: string, part: RegExp): number {
  const found = processesOf(home).filter(({ command }) => part.test(command))
  const [only] = found
  if (!only || found.length > 1) throw new Error(`not one process with ${part} but: ${JSON.stringify(processesOf(home))}`)
  return only.pid
}
