import { concerned, type FaultyPart, reportKinds, reportLengths, type ReportText, type TypedReport } from '../../domain/online-report.ts'
import { type Html, markup } from './markup.ts'
import { asItIs, type Look, reportWordsOf } from './look.ts'
import { field, shownPhone } from './query-fields.ts'

/** A bureau that takes reports. */
export interface ReportBureau {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
}

export const bureauNameOf = ({ language }: Look, { nameZh, nameEn }: ReportBureau): string => (language === 'en' ? nameEn : nameZh)

/** Everything that was typed, as it was typed. */
export interface TypedForm extends TypedReport {
  readonly bureau: string
  readonly phone: string
  readonly consent: string
}
export type FaultyReportField = FaultyPart | 'bureau' | 'phone' | 'consent'

export const blankForm: TypedForm = {
  bureau: '',
  kind: '',
  what: '',
  when: '',
  where: '',
  name: '',
  phone: '',
  concerned: '',
  consent: '',
}

export interface Filling {
  readonly typed: TypedForm
  readonly faulty: readonly FaultyReportField[]
  readonly bureaus: readonly ReportBureau[]
}

/** Where a message about a field leads: the field, or the first choice of a group. */
const placeOf = (part: FaultyReportField): string =>
  part === 'kind' ? `kind-${reportKinds[0]}` : part === 'concerned' ? 'concerned-self' : part

/** What is wrong, each with a link to its place; said first to who hears the page. */
export function faultList(look: Look, faulty: readonly FaultyReportField[]): Html | null {
  if (faulty.length === 0) return null
  const words = reportWordsOf(look)
  return markup`<div class="notice" role="alert"><p>${words.faults}</p><ul>${faulty.map((part) => markup`<li><a href="#${placeOf(part)}">${words[`${part}Wrong`]}</a></li>`)}</ul></div>`
}

const wrongLine = (look: Look, part: FaultyReportField, faulty: readonly FaultyReportField[]): Html | null =>
  faulty.includes(part) ? markup`<p class="wrong" id="${part}-wrong">${reportWordsOf(look)[`${part}Wrong`]}</p>` : null

interface Group {
  readonly name: 'kind' | 'concerned'
  readonly legend: string
  readonly choices: readonly (readonly [value: string, label: string])[]
}

function choiceGroup(look: Look, { typed, faulty }: Filling, { name, legend, choices }: Group): Html {
  const isWrong = faulty.includes(name)
  return markup`<fieldset class="field"${isWrong ? markup` aria-describedby="${name}-wrong"` : null}>
<legend>${legend}</legend>
${wrongLine(look, name, faulty)}
<div class="choices">${choices.map(([value, label]) => markup`<label for="${name}-${value}"><input type="radio" id="${name}-${value}" name="${name}" value="${value}" required${typed[name] === value ? markup` checked` : null}>${label}</label>`)}</div>
</fieldset>`
}

export const kindGroup = (look: Look, filling: Filling): Html => {
  const words = reportWordsOf(look)
  return choiceGroup(look, filling, { name: 'kind', legend: words.kind, choices: reportKinds.map((kind) => [kind, words.kinds[kind]]) })
}

export const concernedGroup = (look: Look, filling: Filling): Html => {
  const words = reportWordsOf(look)
  const choices = concerned.map((whom) => [whom, words.concernedNames[whom]] as const)
  return choiceGroup(look, filling, { name: 'concerned', legend: words.concerned, choices })
}

/** A field of one line. */
export function lineField(look: Look, { typed, faulty }: Filling, part: Exclude<ReportText, 'what'> | 'phone'): Html {
  const words = reportWordsOf(look)
  const attributes =
    part === 'phone'
      ? markup`type="tel" inputmode="tel" maxlength="30" autocomplete="tel" required`
      : markup`maxlength="${reportLengths[part][1]}" autocomplete="${part === 'name' ? 'name' : 'off'}" required`
  return field({
    id: part,
    label: words[part],
    hint: words[`${part}Hint`],
    value: asItIs(look, part === 'phone' ? shownPhone(typed.phone) : typed[part]),
    wrong: faulty.includes(part) ? words[`${part}Wrong`] : undefined,
    attributes,
  })
}

export function whatField(look: Look, { typed, faulty }: Filling): Html {
  const words = reportWordsOf(look)
  const isWrong = faulty.includes('what')
  // why: a browser takes one line end after the tag away.
  return markup`<div class="field">
<label for="what">${words.what}</label>
<p class="hint" id="what-hint">${words.whatHint}</p>
${wrongLine(look, 'what', faulty)}
<textarea id="what" name="what" rows="7" maxlength="${reportLengths.what[1]}" aria-describedby="what-hint${isWrong ? ' what-wrong' : ''}"${isWrong ? markup` aria-invalid="true"` : null} required>
${asItIs(look, typed.what)}</textarea>
</div>`
}

/** Asked only where one installation serves several counties. */
export function bureauField(look: Look, { typed, faulty, bureaus }: Filling): Html | null {
  if (bureaus.length < 2) return null
  const words = reportWordsOf(look)
  const isWrong = faulty.includes('bureau')
  const option = (bureau: ReportBureau) =>
    markup`<option value="${bureau.code}"${typed.bureau === bureau.code ? markup` selected` : null}>${asItIs(look, bureauNameOf(look, bureau))}</option>`
  return markup`<div class="field">
<label for="bureau">${words.bureau}</label>
${wrongLine(look, 'bureau', faulty)}
<select id="bureau" name="bureau" required${isWrong ? markup` aria-invalid="true" aria-describedby="bureau-wrong"` : null}><option value=""></option>${bureaus.map(option)}</select>
</div>`
}

export function consentField(look: Look, { typed, faulty }: Filling): Html {
  const isWrong = faulty.includes('consent')
  return markup`<div class="field choices">
${wrongLine(look, 'consent', faulty)}
<label for="consent"><input type="checkbox" id="consent" name="consent" value="1" required${typed.consent === '1' ? markup` checked` : null}${isWrong ? markup` aria-invalid="true" aria-describedby="consent-wrong"` : null}>${reportWordsOf(look).consent}</label>
</div>`
}
