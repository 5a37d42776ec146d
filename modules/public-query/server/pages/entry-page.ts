import { markup } from './markup.ts'
import { layout } from './layout.ts'
import { addressOf, type Look, reportWordsOf, wordsOf } from './look.ts'

/** The front door of the whole installation: citizens first, staff by a link. */
export function entryPage(look: Look, staffUrl: string): string {
  const { entry } = wordsOf(look)
  const report = reportWordsOf(look)
  return layout({
    look,
    title: entry.follow,
    path: '/',
    body: markup`<h1>${entry.title}</h1>
<p class="lead">${entry.lead}</p>
<a class="button primary" href="${addressOf('/q', look)}">${entry.follow}</a>
<div class="notes field"><p>${entry.followNote}</p><p>${entry.need}</p></div>
<a class="button" href="${addressOf('/report', look)}">${report.entry}</a>
<div class="notes field"><p>${report.entryNote}</p></div>
<hr>
<p><a href="${staffUrl}/staff/">${entry.staff}</a></p>`,
  })
}
