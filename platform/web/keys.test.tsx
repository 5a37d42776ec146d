// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { keyName, restsWhileTyping, singleKeysSetting, useKeys } from './keys.ts'
import { press, render } from './testing/render.tsx'

const pressed: string[] = []
const binding = (keys: string) => ({ keys, label: keys, run: () => pressed.push(keys) })

function Page() {
  useKeys(['j', '?', 'g i', 'ctrl+enter', 'escape'].map(binding))
  return <input aria-label="text" />
}

const pressing = async (...keys: { key: string; ctrlKey?: boolean; in?: Element }[]) => {
  pressed.length = 0
  for (const { in: target, ...init } of keys) await press(init, target)
  return [...pressed]
}

describe('keys', () => {
  test('letters act on the page and rest while typing', async () => {
    const page = await render(<Page />)
    const field = page.querySelector('input')!
    expect(await pressing({ key: 'j' })).toEqual(['j'])
    expect(await pressing({ key: 'j', in: field })).toEqual([])
    expect(await pressing({ key: 'Enter', ctrlKey: true, in: field }, { key: 'Escape', in: field })).toEqual(['ctrl+enter', 'escape'])
  })

  test('G then I is one key of two strokes', async () => {
    await render(<Page />)
    expect(await pressing({ key: 'g' }, { key: 'i' })).toEqual(['g i'])
    expect(await pressing({ key: 'i' })).toEqual([])
  })

  test('single letters can be switched off, the others stay', async () => {
    await render(<Page />)
    singleKeysSetting.write('off')
    expect(await pressing({ key: 'j' }, { key: '?' })).toEqual([])
    expect(await pressing({ key: 'Enter', ctrlKey: true })).toEqual(['ctrl+enter'])
    singleKeysSetting.write('on')
  })

  test('Alt and a digit are read from the place of the key, which a Mac fills with another letter', () => {
    expect(keyName({ key: '£', code: 'Digit3', altKey: true, ctrlKey: false, metaKey: false })).toBe('alt+3')
    expect(restsWhileTyping('alt+3')).toBe(false)
  })
})
