import { dayOf } from '#kernel/beijing-time.ts'
import type { Reached } from './case-page.ts'
import { sayDay } from './dates.ts'
import { layout } from './layout.ts'
import { addressOf, type Look, wordsOf } from './look.ts'
import { markup } from './markup.ts'
import { carried } from './query-fields.ts'

/** Asks once more before a disagreement counts; words are welcome and not needed. */
export function disagreePage(look: Look, { milestone, row }: Reached, text: string): string {
  const words = wordsOf(look).disagree
  return layout({
    look,
    title: words.title,
    path: null,
    again: '/q/disagree',
    body: markup`<h1>${words.title}</h1>
<p class="lead">${words.about}${milestone.title[look.language]} · ${sayDay(dayOf(row.occurred_at), look.language)}</p>
<p>${words.what}</p>
<form id="query" method="post" action="/q/disagree/confirm" autocomplete="off">
${carried(look, 'ask')}<input type="hidden" name="at" value="${row.position}">
<div class="field"><label for="text">${words.label}</label><p class="hint" id="text-hint">${words.hint}</p>
<textarea id="text" name="text" rows="5" maxlength="500" aria-describedby="text-hint">${text}</textarea></div>
<button class="button primary">${words.send}</button>
</form>
<p class="field"><a href="${addressOf('/q/case', look)}">${words.back}</a></p>
<hr>
<div class="notes"><p>${words.remedies}</p></div>`,
  })
}
