import { expect, it } from 'vitest'
import { readReply } from './reply.ts'

it('reads the words by which people stop messages, as phones write them', () => {
  for (const text of ['TD', 'ｔｄ', ' t ', '退订。', '“退订”']) expect(readReply(text)).toBe('opt-out')
  for (const text of ['N', '错号', '不是我！', '发错了']) expect(readReply(text)).toBe('wrong-number')
})

it('takes nothing else for a command', () => {
  for (const text of ['', '收到', '谢谢', '不是我偷的', 'TD是什么', '我要退订吗']) expect(readReply(text)).toBeUndefined()
})
