import { useEffect, useRef, useSyncExternalStore } from 'react'
import { keptSetting } from './kept-setting.ts'

export interface KeyBinding {
  /** `j`, `?`, `g i` (one after the other), `ctrl+enter`, `alt+3`, `escape`. */
  readonly keys: string
  /** What it does, for the list under `?`. */
  readonly label: string
  readonly run: () => void
}

/** Single letters may be switched off, for those who speak to the machine or hit keys by accident. */
export const singleKeysSetting = keptSetting('daylight.single-keys', ['on', 'off'], 'on')

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'code'>

/** `ctrl+enter`, `alt+3`, `j`. On a Mac, Alt changes the letter, so the digit is read from the place of the key. */
export function keyName(event: Pressed): string {
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined
  const name = digit ?? event.key.toLowerCase()
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${name}`
}

/** Letters rest while typing; what has Ctrl or Alt, and Escape, works everywhere. */
export const restsWhileTyping = (keys: string): boolean => !/^(ctrl\+|alt\+|escape$)/.test(keys)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isTick(target)

const isTick = (target: HTMLElement): boolean => target instanceof HTMLInputElement && /^(checkbox|button|submit)$/.test(target.type)

// why: pages nest (frame, list, drawer); the innermost binding, bound last, wins.
let bound: readonly (readonly KeyBinding[])[] = []
const listeners = new Set<() => void>()
const changed = (next: typeof bound) => {
  bound = next
  for (const listener of listeners) listener()
}

let first: { readonly key: string; readonly at: number } | null = null
const sequenceMs = 1_200

/** Finds what this press means now, and remembers the first half of `g i`. */
export function meaningOf(name: string, at: number, bindings: readonly KeyBinding[]): KeyBinding | undefined {
  const sequence = first && at - first.at < sequenceMs ? `${first.key} ${name}` : null
  first = null
  const latest = [...bindings].reverse()
  const found = (sequence && latest.find(({ keys }) => keys === sequence)) || latest.find(({ keys }) => keys === name)
  if (!found && latest.some(({ keys }) => keys.startsWith(`${name} `))) first = { key: name, at }
  return found
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = keyName(event)
  const typing = isTyping(event.target)
  const usable = bound.flat().filter(({ keys }) => !(restsWhileTyping(keys) && (typing || singleKeysSetting.read() === 'off')))
  const meant = meaningOf(name, event.timeStamp, usable)
  // why: Enter on a link or a button belongs to it.
  if (!meant || (name === 'enter' && event.target instanceof Element && event.target.closest('a, button, summary'))) return
  event.preventDefault()
  meant.run()
}

/** Binds keys for as long as the calling part is shown. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const names = bindings.map(({ keys, label }) => `${keys}\n${label}`).join('\n\n')
  useEffect(() => {
    const mine = latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() }))
    if (bound.length === 0) document.addEventListener('keydown', onKeyDown)
    changed([...bound, mine])
    return () => {
      changed(bound.filter((each) => each !== mine))
      if (bound.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [names])
}

/** What may be pressed on this page now, for the list under `?`. */
export const useBoundKeys = (): readonly KeyBinding[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => bound,
    () => bound,
  ).flat()
