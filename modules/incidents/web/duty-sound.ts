import { useSyncExternalStore } from 'react'
import { keptSetting, useKeptSetting } from '#platform/web/kept-setting.ts'

/** Whether a new incident is also heard on this machine. */
export const dutySound = keptSetting('daylight.duty-sound', ['on', 'off'], 'on')

let context: AudioContext | null = null

const tones = [
  { hertz: 880, from: 0 },
  { hertz: 660, from: 0.16 },
]
const toneSeconds = 0.14

/** Two short tones, if the person wants them and the browser allows it; a page nobody has touched yet stays silent. */
export async function ring(): Promise<void> {
  if (dutySound.read() === 'off' || typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  await context.resume()
  for (const { hertz, from } of tones) {
    const tone = context.createOscillator()
    const loudness = context.createGain()
    loudness.gain.value = 0.15
    tone.frequency.value = hertz
    tone.connect(loudness).connect(context.destination)
    tone.start(context.currentTime + from)
    tone.stop(context.currentTime + from + toneSeconds)
  }
}

const touches = ['pointerdown', 'keydown'] as const

function whenTouched(tell: () => void): () => void {
  // why: the browser notes the touch only after the event has been handed on.
  const later = () => setTimeout(tell, 0)
  for (const touch of touches) globalThis.addEventListener(touch, later)
  return () => {
    for (const touch of touches) globalThis.removeEventListener(touch, later)
  }
}

/** True while the sound is wanted but the browser keeps the page silent, since nobody has touched it yet. */
export function useSoundBlocked(): boolean {
  const isUntouched = useSyncExternalStore(whenTouched, () => navigator.userActivation?.hasBeenActive === false)
  return useKeptSetting(dutySound) === 'on' && isUntouched
}
