import { dayOf, inBeijing } from '#kernel/beijing-time.ts'
import type { Registration } from '../report-repository.ts'
import { sayDay } from './dates.ts'
import { type Html, markup } from './markup.ts'
import { layout } from './layout.ts'
import { addressOf, type Look, reportWordsOf } from './look.ts'
import { type HeldTicket, numberForm } from './report-code-page.ts'
import { bureauNameOf, type ReportBureau } from './report-fields.ts'
import { urgentNotice } from './report-page.ts'

/** `J141199 000000 202611 000012`, as it is read aloud. */
const spacedIncidentNumber = (number: string): string =>
  [number.slice(0, 7), number.slice(7, 13), number.slice(13, 19), number.slice(19)].join(' ')

function numberCard(look: Look, { number, confirmedAt }: Registration): Html {
  const { received } = reportWordsOf(look)
  const time = `${sayDay(dayOf(confirmedAt), look.language)} ${inBeijing(confirmedAt).slice(11, 16)}`
  return markup`<section class="card"><div><p class="small">${received.numberTitle}</p>${
    number === null ? markup`<p>${received.registering}</p>` : markup`<p class="promise">${spacedIncidentNumber(number)}</p>`
  }<p class="small">${time}</p></div><div><p>${received.keep}</p></div></section>`
}

interface ReceivedReport extends Registration {
  readonly bureau: ReportBureau | undefined
}

/** After the confirmation: what was received, its number as soon as there is one, and what happens next. Holds nothing that was typed. */
export function reportReceivedPage(look: Look, held: HeldTicket, registration: ReceivedReport): string {
  const { bureau } = registration
  const { received } = reportWordsOf(look)
  const isNumbered = registration.number !== null
  const button = isNumbered ? null : markup`<button class="button primary">${received.show}</button>`
  return layout({
    look,
    title: received.title,
    path: null,
    again: '/report/number',
    ...(bureau && { bureauName: bureauNameOf(look, bureau) }),
    body: markup`<h1>${received.title}</h1>
<p class="lead">${isNumbered ? received.leadNumbered : received.lead}</p>
${numberCard(look, registration)}
${numberForm(look, held, button)}
<p class="small screen">${received.message}</p>
<h2>${received.next}</h2>
<ol>${received.steps.map((step) => markup`<li>${step}</li>`)}</ol>
${urgentNotice(look)}`,
  })
}

/** One thing to say, and the way back to the form. */
export function reportPlainPage(look: Look, title: string, text: string): string {
  return layout({
    look,
    title,
    path: '/report',
    body: markup`<h1>${title}</h1><p class="lead">${text}</p><p><a href="${addressOf('/report', look)}">${reportWordsOf(look).entry}</a></p>`,
  })
}

/** A ticket that leads nowhere: never confirmed, forgotten, or none of ours. */
export const reportLostPage = (look: Look): string => {
  const { received } = reportWordsOf(look)
  return reportPlainPage(look, received.lost, received.lostText)
}
