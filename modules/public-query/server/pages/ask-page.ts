import { markup } from './markup.ts'
import { layout } from './layout.ts'
import { type Look, wordsOf } from './look.ts'
import { carried, codeField, type FaultyField, numberAndPhone, type TypedFields } from './query-fields.ts'

interface Asking {
  readonly typed: TypedFields
  readonly faulty: readonly FaultyField[]
  /** Opens the field for the receipt's code, because it was used before. */
  readonly withCode: boolean
  readonly hasEnded: boolean
  /** The answer to a form, whose switches must keep what was typed. */
  readonly isAnswer: boolean
}

/** Step one: number and phone; the receipt's code for those without their phone. */
export function askPage(look: Look, { typed, faulty, withCode, hasEnded, isAnswer }: Asking): string {
  const { ask } = wordsOf(look)
  return layout({
    look,
    title: ask.title,
    path: isAnswer ? null : '/q',
    body: markup`${hasEnded ? markup`<p class="notice" role="status">${ask.ended}</p>` : null}
<h1>${ask.title}</h1>
<p class="lead">${ask.lead}</p>
<form id="query" method="post" action="/q" autocomplete="off">
${carried(look, 'ask')}
${numberAndPhone(look, typed, faulty)}
<button class="button primary">${ask.send}</button>
<details${withCode ? markup` open` : null}>
<summary>${ask.withCode}</summary>
${codeField(ask.receiptCode, ask.receiptCodeHint)}
<button class="button" formaction="/q/confirm">${ask.useCode}</button>
</details>
</form>
<hr>
<div class="notes"><p>${ask.lost}</p><p>${ask.recorded}</p><p>${ask.neverAsked}</p></div>`,
  })
}
