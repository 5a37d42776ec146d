import { expect, it } from 'vitest'
import { markup } from './markup.ts'

it('escapes whatever is put in, in text and in attributes', () => {
  const typed = `"><script>alert('1')</script>&`
  expect(markup`<p title="${typed}">${typed}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
  )
})

it('puts markup of its own in as it is, and nothing for what is not there', () => {
  expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${null}${false}${undefined}</ul>`.text).toBe('<ul><li>1</li><li>2</li></ul>')
})
