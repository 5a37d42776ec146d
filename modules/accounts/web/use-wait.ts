import { useEffect, useState } from 'react'
import { problemOf } from '#platform/web/refusal.tsx'

/** The seconds still to wait after a refused log-in, counted down; 0 when the next try is open. */
export function useWait(problem: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const seconds = waitSeconds(problem)
    setLeft(seconds)
    if (seconds === 0) return
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000)
    return () => clearInterval(timer)
  }, [problem])
  return left
}

/** What the refusal says; one that names no time opens the next try at once. */
export function waitSeconds(problem: unknown): number {
  const seconds = Number(problemOf(problem)?.facts?.['waitSeconds'] ?? 0)
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0
}
