import { refusals } from './refusals.ts'

interface Turns {
  readonly width: number
  readonly longestQueue: number
}

const whenFullSeconds = 2

/** Lets so many tasks run at once and the others wait; a full queue is refused rather than grown. */
export function waitInTurn({ width, longestQueue }: Turns): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= width) {
      if (waiting.length >= longestQueue) throw refusals.waitBeforeNextTry(whenFullSeconds)
      await new Promise<void>((resolve) => void waiting.push(resolve))
    } else running += 1
    try {
      return await task()
    } finally {
      // why: the turn is handed over, not given back, or a newcomer could take it between the two.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
