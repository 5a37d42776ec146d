import { markup } from './markup.ts'
import { layout } from './layout.ts'
import { addressOf, type Look, wordsOf } from './look.ts'
import { carried, codeField, numberAndPhone, shownNumber, shownPhone, type TypedFields } from './query-fields.ts'

export const demoPhones = (look: Look) =>
  look.isDemo ? markup`<p class="small"><a href="/demo/phones" target="_blank" rel="noopener">${wordsOf(look).demoPhones}</a></p>` : null

/** Step two, the same whether a code was sent or not. */
export function codePage(look: Look, typed: TypedFields): string {
  const { code } = wordsOf(look)
  const [number, phone] = [shownNumber(typed.number), shownPhone(typed.phone)]
  return layout({
    look,
    title: code.title,
    path: null,
    body: markup`<h1>${code.title}</h1>
<p class="lead">${code.sent(phone.replaceAll(' ', '\u00a0'))}</p>
${demoPhones(look)}
<form id="query" method="post" action="/q/confirm" autocomplete="off">
${carried(look, 'code')}
<input type="hidden" name="number" value="${number}"><input type="hidden" name="phone" value="${phone}">
${codeField(code.label, code.hint)}
<button class="button primary">${code.confirm}</button>
<button class="button" formaction="/q">${code.resend}</button>
</form>
<hr>
<div class="notes"><p>${code.number} ${number}</p><p>${code.phone} ${phone} <a href="${addressOf('/q', look)}">${code.change}</a></p><p>${code.notArrived}</p></div>`,
  })
}

/** The one answer to everything that does not prove a party. It holds nothing but what was typed. */
export function refusedPage(look: Look, typed: TypedFields): string {
  const { code } = wordsOf(look)
  return layout({
    look,
    title: code.refusedTitle,
    path: null,
    body: markup`<h1>${code.refusedTitle}</h1>
<p class="lead">${code.refusedHint}</p>
${demoPhones(look)}
<form id="query" method="post" action="/q/confirm" autocomplete="off">
${carried(look, 'code')}
${numberAndPhone(look, typed, [])}
${codeField(code.label, code.hint, code.refused)}
<button class="button primary">${code.confirm}</button>
<button class="button" formaction="/q">${code.resend}</button>
</form>`,
  })
}
