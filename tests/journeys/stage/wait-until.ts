import { setTimeout as pause } from 'node:timers/promises'

const stepMs = 50

/** Asks again until the answer is neither nothing nor false; says what it waited for when that is in vain. */
export async function waitUntil<Answer>(what: string, ask: () => Promise<Answer> | Answer, seconds = 15): Promise<NonNullable<Answer>> {
  const end = performance.now() + seconds * 1_000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`)
    await pause(stepMs)
  }
}

export const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10
