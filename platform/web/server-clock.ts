import { useEffect, useState } from 'react'

// why: a desk's clock may be wrong by minutes, and a limit of one minute is shown here; the server's time is the only one shown.
let aheadMs = 0

/** Told at each look at the session what time the server has. */
export const setServerTime = (serverNow: Date): void => {
  aheadMs = serverNow.getTime() - Date.now()
}

export const serverNow = (): Date => new Date(Date.now() + aheadMs)

/** The server's time, read again every `stepMs`; one second only where dispatch or the scene needs it. */
export function useNow(stepMs = 30_000): Date {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), stepMs)
    return () => clearInterval(timer)
  }, [stepMs])
  return now
}
