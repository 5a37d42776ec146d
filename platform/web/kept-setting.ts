import { useSyncExternalStore } from 'react'

/** One choice of this person on this machine, kept in the browser and shared by all parts of the page. */
export interface KeptSetting<Value extends string> {
  read(): Value
  write(value: Value): void
  subscribe(listener: () => void): () => void
}

export function keptSetting<const Value extends string>(key: string, allowed: readonly Value[], first: Value): KeptSetting<Value> {
  const listeners = new Set<() => void>()
  let current = readStored(key, allowed) ?? first
  return {
    read: () => current,
    write(value) {
      current = value
      store(key, value)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export const useKeptSetting = <Value extends string>(setting: KeptSetting<Value>): Value =>
  useSyncExternalStore(setting.subscribe, setting.read, setting.read)

function readStored<Value extends string>(key: string, allowed: readonly Value[]): Value | undefined {
  try {
    return allowed.find((value) => value === globalThis.localStorage?.getItem(key))
  } catch {
    // why: a browser that keeps nothing (private window, policy) still works, with the first choice.
    return undefined
  }
}

function store(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value)
  } catch {
    // why: as above; the choice holds until the page is closed.
  }
}
