import { useEffect, useRef } from 'react'

/** Does it every so many milliseconds as long as it is mounted, also while the page is hidden. */
export function useBeat(everyMs: number, run: () => unknown): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const beat = () => void latest.current()
    if (typeof Worker === 'undefined') {
      const timer = setInterval(beat, everyMs)
      return () => clearInterval(timer)
    }
    const worker = new Worker(new URL('./beat-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', beat)
    worker.postMessage(everyMs)
    return () => worker.terminate()
  }, [everyMs])
}
