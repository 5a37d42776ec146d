import { expect, it } from 'vitest'
import { pinyinLetters } from './pinyin-letters.ts'

it.each([
  ['城关派出所', 'cgpcs'],
  ['殴打他人', 'odtr'],
  ['扰乱单位秩序', 'rldwzx'],
  ['盗窃', 'dq'],
  ['诈骗', 'zp'],
  ['云岭路', 'yll'],
])('%s is found by %s', (text, letters) => {
  expect(pinyinLetters(text)).toBe(letters)
})

it('keeps latin letters and digits and leaves out the rest', () => {
  expect(pinyinLetters('110 指挥中心（KTV）')).toBe('110zhzxktv')
})
