import { dayOf } from '#kernel/beijing-time.ts'
import type { Citation } from '#kernel/citation.ts'
import { citationText } from '#modules/law-library/index.ts'
import { type Milestone, type PartyRole, type Saying, sayingsFor } from '../../domain/milestone.ts'
import type { NextPromise, PromiseClock } from '../../domain/promise.ts'
import { sayDay, sayWeekday } from './dates.ts'
import { html, type Html } from './html.ts'
import { chipIcons } from './icons.ts'
import { type Look, wordsOf } from './look.ts'

export function basisLine(look: Look, basis: readonly Citation[]): Html | null {
  if (basis.length === 0) return null
  const said = basis.map((citation) => citationText(citation, look.language)).join(look.language === 'zh' ? '、' : '; ')
  return html`<span class="basis">${wordsOf(look).case.basis}${look.language === 'zh' ? '：' : ': '}${said}</span>`
}

export const sayingItem = (look: Look, { text, basis }: Saying): Html => html`<li>${text[look.language]}${basisLine(look, basis)}</li>`

function chip(look: Look, promise: NextPromise): Html {
  const { chips } = wordsOf(look).case
  const { kind } = promise
  const label = kind === 'extended' ? chips.extended(promise.clock.extensions) : chips[kind]
  return html`<span class="chip ${kind}">${chipIcons[kind]}${label}</span>`
}

/** Start, today and the end of the period as a bar; every date in it also stands in words. */
function daysBar(look: Look, clock: PromiseClock, now: Date): Html {
  const words = wordsOf(look).case
  const whole = Math.max(1, clock.dueAt.getTime() - clock.startedAt.getTime())
  const used = Math.min(1, Math.max(0, (now.getTime() - clock.startedAt.getTime()) / whole)) * 1_000
  const width = Math.round(used)
  return html`<svg class="days" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true"><rect class="track" x="0" y="6" width="1000" height="12"/><rect class="used" x="0" y="6" width="${width}" height="12"/><rect class="now" x="${Math.min(994, width)}" y="0" width="6" height="24"/></svg>
<p class="ends" aria-hidden="true"><span>${sayDay(dayOf(clock.startedAt), look.language)}</span><span>${words.today}</span><span>${sayDay(dayOf(clock.dueAt), look.language)}</span></p>`
}

function dated(look: Look, promise: Extract<NextPromise, { due: unknown }>, now: Date): Html {
  const words = wordsOf(look).case
  const { due, clock, kind } = promise
  const day = sayDay(due, look.language)
  const from = sayDay(dayOf(clock.firstDueAt), look.language)
  const late = clock.extensions > 0 ? words.lateAfterExtension(clock.extensions) : words.lateWhy
  return html`<p class="promise">${words.latest}${day}</p>
${kind === 'late' ? html`<p class="over">${words.over(promise.daysOver)}</p>` : html`<p class="muted">${words.left(sayWeekday(due, look.language), promise.daysLeft)}</p>${daysBar(look, clock, now)}`}
${kind === 'extended' ? html`<p class="small">${words.extendedWhy(from)}</p>` : null}
${kind === 'late' ? html`<p class="small">${late}</p>` : null}
${clock.isProvisional ? html`<p class="small">${words.provisional}</p>` : null}`
}

function heading(look: Look, promise: NextPromise, now: Date): Html {
  const words = wordsOf(look).case
  switch (promise.kind) {
    case 'running':
    case 'extended':
    case 'late':
      return dated(look, promise, now)
    case 'stopped': {
      const why = promise.clock.stoppedFor?.[look.language] ?? words.stoppedDefault
      return html`<p class="promise">${words.stoppedHeading}</p><p class="muted">${promise.daysStopped === null ? why : words.stoppedSince(why, promise.daysStopped)}</p><p class="small">${words.stoppedWhy}</p>`
    }
    case 'done':
      return html`<p class="promise">${words.doneOn(sayDay(promise.on, look.language))}</p>`
    case 'no-date':
      return html`<p class="muted">${promise.why[look.language]}</p>`
  }
}

interface Standing {
  readonly milestone: Milestone
  readonly role: PartyRole
  readonly promise: NextPromise | null
}

const openSteps: readonly NextPromise['kind'][] = ['running', 'extended', 'stopped', 'late']

function mayDo(look: Look, { milestone, role, promise }: Standing): Html {
  const words = wordsOf(look).case
  const isOpen = promise !== null && openSteps.includes(promise.kind)
  const may = promise?.kind === 'late' ? words.mayNow : isOpen ? words.mayWhenLate : words.may
  const remedies = sayingsFor([...(isOpen ? milestone.remedyWhenLate : []), ...milestone.remedy], role)
  return html`<div><h3>${may}</h3><ol>${remedies.map((saying) => sayingItem(look, saying))}</ol></div>`
}

/** The date of the promise, why it moved, and what one may do: the largest things on the page. */
export function promiseCard(look: Look, standing: Standing, now: Date): Html {
  const { milestone, promise } = standing
  const top =
    promise && milestone.nextStep
      ? html`<div><div class="row"><p class="small">${wordsOf(look).case.nextStep}${milestone.nextStep[look.language]}</p>${promise.kind === 'no-date' ? null : chip(look, promise)}</div>${heading(look, promise, now)}</div>`
      : null
  return html`<section class="card${promise?.kind === 'late' ? ' is-late' : ''}">${top}${mayDo(look, standing)}</section>`
}
