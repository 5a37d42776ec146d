import { expect, it } from 'vitest'
import { passwordFault } from './password-rule.ts'

const mine = { policeNumber: '140123', old: 'the old password' }

it.each([
  ['123456789', 'too-short'],
  ['my140123word', 'holds-police-number'],
  ['the old password', 'unchanged'],
  ['十个汉字也是一句密码', null],
  ['a new password', null],
])('says of "%s": %s', (chosen, fault) => {
  expect(passwordFault(chosen, mine)).toBe(fault)
})
