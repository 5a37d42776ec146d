// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest'
import { askPage } from './ask-page.ts'

const page = askPage(
  { language: 'zh', isLarge: false, isDemo: false },
  { typed: { number: '', phone: '' }, faulty: [], withCode: false, hasEnded: false, isAnswer: false },
)

beforeEach(() => {
  document.documentElement.innerHTML = page
})

async function opened(fragment: string) {
  history.pushState(null, '', `/q?lang=zh${fragment}`)
  const before = history.length
  vi.resetModules()
  await import('../assets/query.js')
  const field = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!
  return {
    number: field('number'),
    phone: field('phone'),
    code: field('code'),
    box: document.querySelector('details')!,
    added: history.length - before,
  }
}

it('fills number and code from the QR, opens their place, and takes the code out of the address at once', async () => {
  const { number, phone, code, box, added } = await opened('#v1.A1411995501002026110037.7304118266550917')
  expect(number.value).toBe('A141199 550100 202611 0037')
  expect(code.value).toBe('7304 1182 6655 0917')
  expect(box.open).toBe(true)
  expect(document.activeElement).toBe(phone)
  expect(location.pathname + location.search + location.hash).toBe('/q?lang=zh')
  expect(added).toBe(0)
  expect([...document.querySelectorAll('#query .button')].map((button) => button.textContent)).toEqual(['用查询码查询', '发送验证码'])
  expect([...document.querySelectorAll('.primary')].map((button) => button.textContent)).toEqual(['用查询码查询'])
})

it.each(['', '#', '#v2.A1411995501002026110037.7304118266550917', '#v1.A14.73', '#v1.A1411995501002026110037.7304118266550917.x'])(
  'leaves the page alone for %j',
  async (fragment) => {
    const { number, code, box } = await opened(fragment)
    expect([number.value, code.value, box.open]).toEqual(['', '', false])
  },
)
