import { layout } from './layout.ts'
import { addressOf, type Look, wordsOf } from './look.ts'
import { markup } from './markup.ts'
import { carried } from './query-fields.ts'

/** Asks once more before everything that is open for this receipt ends. */
export function notMePage(look: Look): string {
  const words = wordsOf(look).notMe
  return layout({
    look,
    title: words.title,
    path: null,
    again: '/q/not-me',
    body: markup`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul class="notes">${words.follows.map((line) => markup`<li>${line}</li>`)}</ul>
<form id="query" method="post" action="/q/not-me/confirm">
${carried(look, 'ask')}
<button class="button primary">${words.send}</button>
</form>
<p class="field"><a href="${addressOf('/q/case', look)}">${words.back}</a></p>`,
  })
}
