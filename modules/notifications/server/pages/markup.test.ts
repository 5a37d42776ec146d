import { expect, it } from 'vitest'
import { linkOwnAddresses } from './markup.ts'

const own = ['http://127.0.0.1:3000']

it('links to our own site and shows every other address as text', () => {
  expect(linkOwnAddresses('查询：http://127.0.0.1:3000/q#v1.A1。请勿转发 https://example.com/x', own)).toBe(
    '查询：<a href="http://127.0.0.1:3000/q#v1.A1">http://127.0.0.1:3000/q#v1.A1</a>。请勿转发 https://example.com/x',
  )
})

it('is not fooled by an address that only begins like ours', () => {
  expect(linkOwnAddresses('http://127.0.0.1:3000.example.com/ javascript:alert(1)', own)).not.toContain('<a')
})

it('escapes what could become part of the page', () => {
  expect(linkOwnAddresses('<b>"A" & \'B\'</b> http://127.0.0.1:3000/?a="><script>', own)).toBe(
    '&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt; <a href="http://127.0.0.1:3000/?a=&quot;&gt;&lt;script&gt;">http://127.0.0.1:3000/?a=&quot;&gt;&lt;script&gt;</a>',
  )
})
