import { expect, it } from 'vitest'
import { markup, verbatim } from './pages/markup.ts'
import { createTraditional } from './traditional.ts'

const traditional = createTraditional()
const of = (text: string) => traditional.page(text)

it.each([
  ['后来发现头发里有干净的面粉', '後來發現頭髮裡有乾淨的麵粉'],
  ['里程碑、公里、这里', '里程碑、公里、這裡'],
  ['回执、验证码、立案、复核', '回執、驗證碼、立案、複核'],
  ['报警服务台、电视台', '報警服務台、電視台'],
  ['准备好以后，批准延长；只有一只', '準備好以後，批准延長；只有一隻'],
])('chooses the character by the word: %s', (simplified, written) => expect(of(simplified)).toBe(written))

it('keeps the words of the law that it cites, and changes no word for one of another place', () => {
  expect(of('短信、网络、登录、打印')).toBe('短信、網絡、登錄、打印')
})

it('leaves markup, numbers and what stands verbatim as they are', () => {
  const page = markup`<p class="国">${verbatim('城关派出所')} 处理 A141199</p>`.text
  expect(of(page)).toBe('<p class="國">城关派出所 處理 A141199</p>')
})

it('cannot be told by typed text what is verbatim', () => {
  expect(of(markup`<p>${'\uE000国\uE001'}</p>`.text)).toBe('<p>國</p>')
})
