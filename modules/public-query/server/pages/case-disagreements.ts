import type { Answerer } from '../../domain/answerer.ts'
import { dayOf } from '#kernel/beijing-time.ts'
import { sayDay } from './dates.ts'
import { type Look, wordsOf } from './look.ts'
import { type Html, markup } from './markup.ts'
import { carried } from './query-fields.ts'

/** What a party said of one point, and what was answered. */
export interface Said {
  readonly position: number
  readonly saidAt: Date
  readonly answeredAt: Date | null
  readonly answeredAs: Answerer | null
  readonly answer: string | null
}

function saidItem(look: Look, { saidAt, answeredAt, answeredAs, answer }: Said): Html {
  const words = wordsOf(look).disagree
  const said = words.said(sayDay(dayOf(saidAt), look.language))
  if (answeredAt === null) return markup`<p class="said">${said}${words.waits}</p>`
  return markup`<div class="said"><p>${said}</p><p><strong>${words.answered(words.answerers[answeredAs ?? 'case-centre'], sayDay(dayOf(answeredAt), look.language))}</strong>${answer}</p></div>`
}

/** What was said of a point of the case; and the way to say it, unless an answer is waited for. */
export function disagreements(look: Look, all: readonly Said[], position: number): Html {
  const here = all.filter((one) => one.position === position)
  const isWaiting = here.some(({ answeredAt }) => answeredAt === null)
  const button = markup`<form method="post" action="/q/disagree">${carried(look, 'ask')}<input type="hidden" name="at" value="${position}"><button class="link">${wordsOf(look).disagree.open}</button></form>`
  return markup`${here.map((one) => saidItem(look, one))}${isWaiting ? null : button}`
}
