import { dayOf, inBeijing } from '#kernel/beijing-time.ts'
import { spacedNumber } from '../../domain/case-number.ts'
import { type Milestone, type PartyRole, sayingsFor } from '../../domain/milestone.ts'
import { milestoneOf, readIn } from '../../domain/milestones/index.ts'
import { spacedPhone } from '../../domain/phone-number.ts'
import { nextPromise, type PromiseClock } from '../../domain/promise.ts'
import type { MilestoneRow } from '../tables.ts'
import type { CaseView, Look as PastLook } from '../view-repository.ts'
import { basisLine, promiseCard } from './case-promise.ts'
import { sayDay } from './dates.ts'
import { disagreements, type Said } from './case-disagreements.ts'
import { type Html, markup } from './markup.ts'
import { nextDot, reachedDot } from './icons.ts'
import { layout } from './layout.ts'
import { type Look, registeredName, wordsOf } from './look.ts'
import { carried } from './query-fields.ts'

const shownContact = (contact: string): string => (/^1\d{10}$/.test(contact) ? spacedPhone(contact) : contact)

export interface Reached {
  readonly milestone: Milestone
  readonly row: MilestoneRow
}

function clockOf(row: MilestoneRow): PromiseClock | null {
  if (row.due_rule === null || row.due_at === null || row.due_started_at === null || row.due_state === null) return null
  return {
    rule: row.due_rule,
    startedAt: row.due_started_at,
    firstDueAt: row.due_first_at ?? row.due_at,
    dueAt: row.due_at,
    isProvisional: row.due_is_provisional ?? false,
    state: row.due_state,
    metAt: row.due_met_at,
    extensions: row.due_extensions ?? 0,
    stoppedSince: row.due_stopped_since,
    stoppedFor: row.due_stopped_for,
  }
}

/** What of the projection this party may read today: asked again here, since a case may have become sensitive meanwhile. */
export const reachedBy = ({ receipt, milestones }: Pick<CaseView, 'receipt' | 'milestones'>): readonly Reached[] =>
  milestones.flatMap((row) => {
    const reached = milestoneOf(row.milestone)
    const milestone = reached && readIn(reached, receipt.sensitivity)
    return milestone?.roles.includes(receipt.role) ? [{ milestone, row }] : []
  })

const reachedItem = (look: Look, said: readonly Said[], { milestone, row }: Reached): Html =>
  markup`<li>${reachedDot}<h3>${milestone.title[look.language]}</h3><p class="small">${sayDay(dayOf(row.occurred_at), look.language)}</p><p class="muted">${milestone.meaning[look.language]}</p>${basisLine(look, milestone.basis)}${disagreements(look, said, row.position)}</li>`

function nextItem(look: Look, milestone: Milestone, role: PartyRole): Html {
  const sayings = sayingsFor(milestone.whatIsNext, role)
  return markup`<li>${nextDot}<h3>${milestone.nextStep?.[look.language]}</h3>${sayings.map(({ text, basis }) => markup`<p class="muted">${text[look.language]}</p>${basisLine(look, basis)}`)}</li>`
}

function lookItem(look: Look, past: PastLook, index: number): Html {
  const words = wordsOf(look).case
  const time = inBeijing(past.at).slice(11, 16)
  return markup`<li><span>${sayDay(dayOf(past.at), look.language)} ${time}</span><span>${words.ways[past.way]}${index === 0 ? markup` · ${words.thisTime}` : null}</span></li>`
}

function progress(look: Look, view: OpenedCase, now: Date): Html {
  const words = wordsOf(look).case
  const { role, sensitivity } = view.receipt
  const reached = reachedBy(view)
  const last = reached.at(-1)
  if (!last) return markup`<p class="notice">${words.nothingYet}</p>`
  const promise = nextPromise({ milestone: last.milestone, role, sensitivity, clock: clockOf(last.row) }, now)
  return markup`${promiseCard(look, { milestone: last.milestone, role, promise }, now)}
<h2>${words.soFar}</h2>
<ul class="line">${last.milestone.nextStep === null ? null : nextItem(look, last.milestone, role)}${reached.toReversed().map((one) => reachedItem(look, view.said, one))}</ul>`
}

/** A view, and what the party said and was answered, opened for reading. */
export interface OpenedCase extends CaseView {
  readonly said: readonly Said[]
}

/** The milestones of one party's case, with the promise first. */
export function casePage(look: Look, view: OpenedCase, now: Date): string {
  const words = wordsOf(look).case
  const { receipt } = view
  const isChinese = look.language === 'zh'
  const unit = isChinese ? receipt.unit_name_zh : receipt.unit_name_en
  return layout({
    look,
    title: words.title,
    path: '/q/case',
    bureauName: isChinese ? receipt.bureau_name_zh : receipt.bureau_name_en,
    body: markup`<p class="small">${spacedNumber(receipt.number)}</p>
<h1>${words.titles[receipt.kind]}</h1>
<p class="lead">${registeredName(look, unit)}${receipt.unit_contact === null ? null : markup` <a href="tel:${receipt.unit_contact.replaceAll(' ', '')}">${shownContact(receipt.unit_contact)}</a>`}</p>
${progress(look, view, now)}
<h2>${words.looks}</h2>
<ul class="facts">${view.looks.map((past, index) => lookItem(look, past, index))}</ul>
<p class="small">${words.looksNote}</p>
<form method="post" action="/q/not-me">${carried(look, 'ask')}<button class="link">${words.notMe}</button></form>
<form method="post" action="/q/leave">${carried(look, 'ask')}<button class="button">${words.leave}</button></form>
<p class="small screen">${words.leaveNote}</p>`,
  })
}
