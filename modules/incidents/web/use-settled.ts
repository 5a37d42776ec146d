import { useEffect, useState } from 'react'

/** The value as it was when it last rested for so long: what is typed is not asked about sign by sign. */
export function useSettled(value: string, restMs: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
