import { readCaseNumber, spacedNumber } from '../../domain/case-number.ts'
import { readPhoneNumber, spacedPhone } from '../../domain/phone-number.ts'
import { type Html, markup } from './markup.ts'
import { asItIs, type Look, shownOf, wordsOf } from './look.ts'

/** What was typed, kept as it was; a right number or phone is shown as it is printed. */
export interface TypedFields {
  readonly number: string
  readonly phone: string
}

export type FaultyField = 'number' | 'phone'

interface Field {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value?: Html | string
  readonly wrong?: string | undefined
  readonly attributes: Html
}

export const field = ({ id, label, hint, value, wrong, attributes }: Field): Html => markup`<div class="field">
<label for="${id}">${label}</label>
<p class="hint" id="${id}-hint">${hint}</p>
${wrong === undefined ? null : markup`<p class="wrong" id="${id}-wrong">${wrong}</p>`}
<input id="${id}" name="${id}" value="${value ?? ''}" aria-describedby="${id}-hint${wrong === undefined ? '' : ` ${id}-wrong`}"${wrong === undefined ? null : markup` aria-invalid="true"`} ${attributes}>
</div>`

const shown = (typed: string, read: (text: string) => string | null, spaced: (text: string) => string): string => {
  const right = read(typed)
  return right === null ? typed : spaced(right)
}

export const shownNumber = (typed: string): string => shown(typed, readCaseNumber, spacedNumber)
export const shownPhone = (typed: string): string => shown(typed, readPhoneNumber, spacedPhone)

export function numberAndPhone(look: Look, { number, phone }: TypedFields, faulty: readonly FaultyField[]): Html {
  const { ask } = wordsOf(look)
  return markup`${field({
    id: 'number',
    label: ask.number,
    hint: ask.numberHint,
    value: asItIs(look, shownNumber(number)),
    wrong: faulty.includes('number') ? ask.numberWrong : undefined,
    attributes: markup`maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false"`,
  })}
${field({
  id: 'phone',
  label: ask.phone,
  hint: ask.phoneHint,
  value: asItIs(look, shownPhone(phone)),
  wrong: faulty.includes('phone') ? ask.phoneWrong : undefined,
  attributes: markup`type="tel" inputmode="tel" maxlength="30" autocomplete="tel"`,
})}`
}

/** Never filled in again: what proves a person is typed each time. */
export const codeField = (label: string, hint: string, wrong?: string): Html =>
  field({ id: 'code', label, hint, wrong, attributes: markup`inputmode="numeric" maxlength="40" autocomplete="one-time-code"` })

/** Language and size travel with every form. */
export const carried = (look: Look, step: 'ask' | 'code'): Html =>
  markup`<input type="hidden" name="lang" value="${shownOf(look)}"><input type="hidden" name="size" value="${look.isLarge ? 'large' : 'normal'}"><input type="hidden" name="step" value="${step}">`
