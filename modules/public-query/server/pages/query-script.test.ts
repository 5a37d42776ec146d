import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { askPage } from './ask-page.ts'
import { script } from './assets.ts'

const page = askPage(
  { language: 'zh', isLarge: false, isDemo: false },
  { typed: { number: '', phone: '' }, faulty: [], withCode: false, hasEnded: false, isAnswer: false },
)

function opened(fragment: string) {
  const { window } = new JSDOM(page, { url: `https://gongan.example/q?lang=zh${fragment}`, runScripts: 'outside-only' })
  window.eval(script.text)
  const field = (id: string) => window.document.querySelector<HTMLInputElement>(`#${id}`)!
  return { window, number: field('number'), phone: field('phone'), code: field('code'), box: window.document.querySelector('details')! }
}

it('fills number and code from the QR, opens their place, and takes the code out of the address at once', () => {
  const { window, number, phone, code, box } = opened('#v1.A1411995501002026110037.7304118266550917')
  expect(number.value).toBe('A141199 550100 202611 0037')
  expect(code.value).toBe('7304 1182 6655 0917')
  expect(box.open).toBe(true)
  expect(window.document.activeElement).toBe(phone)
  expect(window.location.href).toBe('https://gongan.example/q?lang=zh')
  expect(window.history.length).toBe(1)
})

it.each(['', '#', '#v2.A1411995501002026110037.7304118266550917', '#v1.A14.73', '#v1.A1411995501002026110037.7304118266550917.x'])('leaves the page alone for %j', (fragment) => {
  const { number, code, box } = opened(fragment)
  expect([number.value, code.value, box.open]).toEqual(['', '', false])
})
