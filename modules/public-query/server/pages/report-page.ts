import { type Html, markup } from './markup.ts'
import { layout } from './layout.ts'
import { type Look, reportWordsOf } from './look.ts'
import { carried } from './query-fields.ts'
import {
  bureauField,
  bureauNameOf,
  concernedGroup,
  consentField,
  faultList,
  type Filling,
  kindGroup,
  lineField,
  whatField,
} from './report-fields.ts'

/** Said on every page of a report, since reading on may cost minutes. */
export const urgentNotice = (look: Look): Html => {
  const words = reportWordsOf(look)
  return markup`<p class="notice urgent screen"><strong>${words.urgent}<a href="tel:110">110</a></strong>${words.urgentRest}</p>`
}

/** Step one: one page, in the order in which people tell it. */
export function reportPage(look: Look, filling: Filling & { readonly isAnswer: boolean }): string {
  const words = reportWordsOf(look)
  const { typed, faulty, bureaus, isAnswer } = filling
  const [only] = bureaus
  return layout({
    look,
    title: words.title,
    path: isAnswer ? null : '/report',
    again: '/report/again',
    ...(only && bureaus.length === 1 && { bureauName: bureauNameOf(look, only) }),
    body: markup`${urgentNotice(look)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${faultList(look, faulty)}
<form id="query" method="post" action="/report" autocomplete="off"${faulty.length > 0 ? markup` novalidate` : null}>
${carried(look, 'ask')}
${kindGroup(look, filling)}
${whatField(look, filling)}
${lineField(look, filling, 'when')}
${bureauField(look, { typed, faulty, bureaus })}
${lineField(look, filling, 'where')}
${concernedGroup(look, filling)}
${lineField(look, filling, 'name')}
${lineField(look, filling, 'phone')}
${consentField(look, filling)}
<button class="button primary">${words.send}</button>
</form>
<hr>
<div class="notes"><p>${words.limits}</p></div>`,
  })
}
