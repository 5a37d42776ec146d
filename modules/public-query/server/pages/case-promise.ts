import { dayOf } from '#kernel/beijing-time.ts'
import type { Citation } from '#kernel/citation.ts'
import { citationText } from '#modules/law-library/index.ts'
import { type Milestone, type PartyRole, type Saying, sayingsFor } from '../../domain/milestone.ts'
import type { NextPromise, PromiseClock } from '../../domain/promise.ts'
import { sayDay, sayWeekday } from './dates.ts'
import { type Html, markup } from './markup.ts'
import { chipIcons } from './icons.ts'
import { type Look, wordsOf } from './look.ts'

export function basisLine(look: Look, basis: readonly Citation[]): Html | null {
  if (basis.length === 0) return null
  const said = basis.map((citation) => citationText(citation, look.language)).join(look.language === 'zh' ? '、' : '; ')
  return markup`<span class="basis">${wordsOf(look).case.basis}${look.language === 'zh' ? '：' : ': '}${said}</span>`
}

export const sayingItem = (look: Look, { text, basis }: Saying): Html => markup`<li>${text[look.language]}${basisLine(look, basis)}</li>`

function chip(look: Look, promise: NextPromise): Html {
  const { chips } = wordsOf(look).case
  const { kind } = promise
  const label = kind === 'extended' ? chips.extended(promise.clock.extensions) : chips[kind]
  return markup`<span class="chip ${kind}">${chipIcons[kind]}${label}</span>`
}

/** Where a label stays inside the bar: at the tick, but for the ends. */
const anchorAt = (percent: number): string => (percent < 10 ? 'start' : percent > 90 ? 'end' : 'middle')

/** Start, today and the end of the period as a bar; every date in it also stands in words. */
function daysBar(look: Look, clock: PromiseClock, now: Date): Html {
  const whole = Math.max(1, clock.dueAt.getTime() - clock.startedAt.getTime())
  const share = Math.min(1, Math.max(0, (now.getTime() - clock.startedAt.getTime()) / whole))
  const percent = Math.round(share * 100)
  const [from, to] = [clock.startedAt, clock.dueAt].map((at) => sayDay(dayOf(at), look.language))
  return markup`<svg class="days" aria-hidden="true"><rect class="track" x="0" y="4" width="100%" height="12"/><rect class="used" x="0" y="4" width="${percent}%" height="12"/><rect class="now" x="${percent}%" y="0" width="2" height="20"/><text x="${percent}%" y="90%" text-anchor="${anchorAt(percent)}">${wordsOf(look).case.today}</text></svg>
<p class="ends" aria-hidden="true"><span>${from}</span><span>${to}</span></p>`
}

type Dated = Extract<NextPromise, { due: unknown }>

/** Why the date is where it is: extended, changed in another lawful way, or late in spite of neither. */
function whyThen(look: Look, { kind, clock }: Dated): string | null {
  const words = wordsOf(look).case
  const isChanged = clock.dueAt.getTime() !== clock.firstDueAt.getTime()
  const from = sayDay(dayOf(clock.firstDueAt), look.language)
  if (kind === 'extended') return words.extendedWhy(from)
  if (kind === 'running') return isChanged ? words.changedFrom(from) : null
  if (clock.extensions > 0) return words.lateAfterExtension(clock.extensions)
  return isChanged ? words.lateAfterChange : words.lateWhy
}

function dated(look: Look, promise: Dated, now: Date): Html {
  const words = wordsOf(look).case
  const { due, clock, kind } = promise
  const why = whyThen(look, promise)
  return markup`<p class="promise">${words.latest}${sayDay(due, look.language)}</p>
${kind === 'late' ? markup`<p class="over">${words.over(promise.daysOver)}</p>` : markup`<p class="muted">${words.left(sayWeekday(due, look.language), promise.daysLeft)}</p>${daysBar(look, clock, now)}`}
${why === null ? null : markup`<p class="small">${why}</p>`}
${clock.isProvisional ? markup`<p class="small">${words.provisional}</p>` : null}`
}

function heading(look: Look, { milestone, promise }: { milestone: Milestone; promise: NextPromise }, now: Date): Html {
  const words = wordsOf(look).case
  switch (promise.kind) {
    case 'running':
    case 'extended':
    case 'late':
      return dated(look, promise, now)
    case 'stopped': {
      const why = promise.clock.stoppedFor?.[look.language] ?? words.stoppedDefault
      return markup`<p class="promise">${words.stoppedHeading}</p><p class="muted">${promise.daysStopped === null ? why : words.stoppedSince(why, promise.daysStopped)}</p><p class="small">${words.stoppedWhy}</p>`
    }
    case 'done':
      return markup`<p class="promise">${words.doneOn(sayDay(promise.on, look.language), milestone.nextStepDone?.[look.language])}</p>`
    case 'no-date':
      return markup`<p class="muted">${promise.why[look.language]}</p>`
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
  return markup`<div><h2>${may}</h2><ol>${remedies.map((saying) => sayingItem(look, saying))}</ol></div>`
}

/** A case at its end: what was decided is the heading, and what is still owed to this party stands below it. */
const ending = (look: Look, { milestone, role }: Standing): Html =>
  markup`<div><p class="promise">${milestone.title[look.language]}</p>${sayingsFor(milestone.whatIsNext, role).map(({ text, basis }) => markup`<p>${text[look.language]}${basisLine(look, basis)}</p>`)}</div>`

/** The date of the promise, why it moved, and what one may do: the largest things on the page. */
export function promiseCard(look: Look, standing: Standing, now: Date): Html {
  const { milestone, promise } = standing
  const top =
    promise && milestone.nextStep
      ? markup`<div><div class="row"><p class="small">${wordsOf(look).case.nextStep}${milestone.nextStep[look.language]}</p>${promise.kind === 'no-date' ? null : chip(look, promise)}</div>${heading(look, { milestone, promise }, now)}</div>`
      : ending(look, standing)
  return markup`<section class="card${promise?.kind === 'late' ? ' is-late' : ''}">${top}${mayDo(look, standing)}</section>`
}
