import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { tokens } from './tokens.ts'

const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')
const [, light = '', dark = ''] = css.split(/:root[^{]*\{/)
const inCss = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
const inCssWords = (colours: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(colours).map(([name, value]) => [name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`), value]),
  )

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('%s colours', (theme) => {
  const colour = tokens[theme]

  test('the style sheet holds what the code holds', () => {
    expect(inCss(theme === 'light' ? light : dark)).toEqual(inCssWords(colour))
  })

  test.each([
    ['ink', 'ground'],
    ['ink2', 'ground'],
    ['ink3', 'ground'],
    ['ink3', 'sunken'],
    ['link', 'surface'],
    ['link', 'primaryBg'],
    ['ink3', 'primaryBg'],
    ['normal', 'surface'],
    ['normal', 'normalFill'],
    ['dueSoon', 'dueSoonFill'],
    ['onUrgent', 'urgent'],
    ['onOverdue', 'overdue'],
    ['overdue', 'overdueFill'],
    ['stopped', 'stoppedFill'],
    ['extended', 'extendedFill'],
    ['provisional', 'provisionalFill'],
    ['barMuted', 'bar'],
    ['ink2', 'track'],
  ] as const)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test('edges of controls can be seen', () => {
    expect(contrast(colour.lineStrong, colour.surface)).toBeGreaterThanOrEqual(3)
    expect(contrast(colour.lineStrong, colour.ground)).toBeGreaterThanOrEqual(3)
  })
})
