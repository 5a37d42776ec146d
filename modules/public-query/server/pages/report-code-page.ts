import { type Html, markup } from './markup.ts'
import { demoPhones } from './code-page.ts'
import { layout } from './layout.ts'
import { addressOf, asItIs, type Look, reportWordsOf } from './look.ts'
import { carried, codeField, shownPhone } from './query-fields.ts'
import { urgentNotice } from './report-page.ts'

/** What leads back to the report: never its content, which stays sealed where it was written. */
export interface HeldTicket {
  readonly ticket: string
  readonly phone: string
}

const ticketFields = (look: Look, { ticket, phone }: HeldTicket): Html =>
  markup`<input type="hidden" name="ticket" value="${asItIs(look, ticket)}"><input type="hidden" name="phone" value="${asItIs(look, shownPhone(phone))}">`

/** Step two; refused, it is the one answer to everything that does not confirm a report. */
export function reportCodePage(look: Look, held: HeldTicket, isRefused: boolean): string {
  const { code } = reportWordsOf(look)
  const title = isRefused ? code.refusedTitle : code.title
  return layout({
    look,
    title,
    path: null,
    again: '/report/again',
    body: markup`${urgentNotice(look)}
<h1>${title}</h1>
<p class="lead">${isRefused ? code.refusedHint : code.sent(shownPhone(held.phone).replaceAll(' ', '\u00A0'))}</p>
${demoPhones(look)}
<form id="query" method="post" action="/report/confirm" autocomplete="off">
${carried(look, 'code')}
${ticketFields(look, held)}
${codeField(code.label, code.hint, isRefused ? code.refused : undefined)}
<button class="button primary">${code.confirm}</button>
<button class="button" formaction="/report/resend">${code.resend}</button>
</form>
<hr>
<div class="notes"><p>${code.notArrived}</p><p><a href="${addressOf('/report', look)}">${code.again}</a></p></div>`,
  })
}

/** A form that leads from the confirmed report to its number, in a body and not in an address. */
export const numberForm = (look: Look, held: HeldTicket, button: Html | null): Html =>
  markup`<form id="query" method="post" action="/report/number">${carried(look, 'code')}${ticketFields(look, held)}${button}</form>`
