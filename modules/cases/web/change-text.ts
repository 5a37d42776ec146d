import type { Language } from '#kernel/bilingual.ts'
import type { ChangeMade } from '../contract.ts'
import { causeInFull } from '../domain/cause.ts'
import type { caseWords } from './screen-words.ts'

type Words = (typeof caseWords)['zh']

interface Saying {
  readonly words: Words
  readonly language: Language
  readonly dayOf: (at: string) => string
}

/** What a change of the record led from and to, in a few words. */
export function changeText(change: ChangeMade, { words, language, dayOf }: Saying): string {
  const { became } = words.record
  switch (change.kind) {
    case 'cause':
      return became.fromTo(causeInFull(change.was, language), causeInFull(change.became, language))
    case 'officers': {
      const said = ({ holder, second }: typeof change.was) => became.officers(holder.name, second?.name ?? words.record.officers.none)
      return became.fromTo(said(change.was), said(change.became))
    }
    case 'disclosure': {
      const said = ({ secrecy, sensitivity }: typeof change.was) =>
        `${words.secrecies[secrecy]} · ${words.fields.sensitivity} ${words.sensitivities[sensitivity]}`
      return became.fromTo(said(change.was), said(change.became))
    }
    case 'review': {
      const said = ({ days, dueAt }: typeof change.was) => became.days(days, dayOf(dueAt))
      return became.fromTo(said(change.was), said(change.became))
    }
  }
}
