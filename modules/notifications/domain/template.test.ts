import { expect, it } from 'vitest'
import { defineTemplate, personalParameter, render } from './template.ts'

const codeSent = defineTemplate({
  id: 'tests.code-sent',
  version: 1,
  zh: ({ unit, code }: { unit: string; code: string }) => `【${unit}】验证码 ${code}，十分钟内有效。`,
  en: ({ unit, code }: { unit: string; code: string }) => `${unit}: your code is ${code}, valid for ten minutes.`,
})

it('keeps the text without its secrets, in both languages', () => {
  expect(render(codeSent, 'zh', { unit: '汾川县公安局' }, { code: '204117' })).toEqual({
    full: '【汾川县公安局】验证码 204117，十分钟内有效。',
    kept: '【汾川县公安局】验证码 〔略〕，十分钟内有效。',
  })
  expect(render(codeSent, 'en', { unit: 'Fenchuan' }, { code: '204117' }).kept).toBe(
    'Fenchuan: your code is [withheld], valid for ten minutes.',
  )
})

it('tells a phone and an identity number from the number of a case or of a unit', () => {
  expect(personalParameter({ number: 'A1411995501002026110037', unit: '141199550100', day: '2026-11-24', count: 3 })).toBeUndefined()
  expect(personalParameter({ number: 'A1411995501002026110037', contact: '联系 19900000417' })).toBe('contact')
  expect(personalParameter({ id: '14119919900101001X' })).toBe('id')
})
