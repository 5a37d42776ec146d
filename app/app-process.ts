import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

export interface AppProcessOptions {
  readonly script: string
  readonly words?: readonly string[]
  /** What it says is not shown; it stands in the log all the same. */
  readonly isSilent?: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: (zh: string, en: string) => void
  /** The process died before it was ready, with this exit code; a wrong setting, or a busy port, which it has explained. */
  readonly onRefusal: (exitCode: number) => void
  /** It serves; said once, however often it is started again. */
  readonly onReady?: () => void
}

export interface AppProcess {
  /** Ends the process in order and starts it anew. */
  restart(): void
  stop(): Promise<void>
}

const [firstPause, longestPause, healthyAfter, patience] = [250, 30_000, 60_000, 15_000]

function launch({ script, words = [], environment, isSilent = false }: AppProcessOptions): ChildProcess {
  return spawn(process.execPath, [script, ...words], {
    env: { ...environment },
    // why: in a group of its own, so that Ctrl-C reaches the launcher alone; it watches this channel, which closes when the launcher dies.
    detached: true,
    stdio: isSilent ? ['ignore', 'ignore', 'ignore', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

async function end(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(impatient)
}

interface Ending {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
}

const endingOf = (child: ChildProcess): Promise<Ending> =>
  new Promise((resolve) => {
    child.once('error', () => resolve({ exitCode: 1 }))
    child.once('exit', (exitCode) => resolve({ exitCode }))
  })

const nextPause = (pauseNow: number, lived: number) => (lived > healthyAfter ? firstPause : Math.min(pauseNow * 2, longestPause))

/** Keeps one app process running: it says `ready` over its channel, and is started again when it dies after that. */
export function keepAppProcess(options: AppProcessOptions): AppProcess {
  const stopping = new AbortController()
  let child: ChildProcess
  let ending: Promise<Ending>
  let isRestarting = false
  let wasReady = false

  const runOnce = async (): Promise<Ending> => {
    isRestarting = false
    child = launch(options)
    child.on('message', (message) => {
      if (wasReady || message !== 'ready') return
      wasReady = true
      options.onReady?.()
    })
    ending = endingOf(child)
    return ending
  }
  const keep = async (): Promise<void> => {
    let wait = firstPause
    for (;;) {
      const began = performance.now()
      const { exitCode } = await runOnce()
      if (stopping.signal.aborted) return
      if (isRestarting) continue
      if (!wasReady && exitCode !== null) return options.onRefusal(exitCode)
      wait = nextPause(wait, performance.now() - began)
      const seconds = wait / 1000
      options.say(`服务进程意外停止，${seconds} 秒后重新启动`, `The app process stopped unexpectedly; starting it again in ${seconds} s`)
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
    }
  }
  const keeping = keep()

  return {
    restart() {
      isRestarting = true
      void end(child, ending)
    },
    async stop() {
      stopping.abort()
      await end(child, ending)
      await keeping
    },
  }
}
