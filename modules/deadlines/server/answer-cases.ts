import { z } from 'zod'
import { inBeijing } from '#kernel/beijing-time.ts'
import { citationWords } from '#modules/law-library/index.ts'
import { managementTargets } from '../domain/catalogue.ts'
import { dueAt, explainDue } from '../domain/due.ts'
import type { Step } from '../domain/due-answer.ts'
import { findingText } from '../domain/finding-words.ts'
import { calendar } from './calendar.ts'
import { CaseFile } from './case-grammar.ts'
import { CaseFault, type ReadCase, readWorkedCase } from './worked-case.ts'

/** One line of the sum; `at` is the moment that it arrives at. */
interface ShownStep {
  readonly kind: Step['kind']
  readonly zh: string
  readonly en: string
  readonly at: string | null
  readonly basis: readonly { readonly zh: string; readonly en: string }[]
}

/** `due` is the last lawful moment, +08:00; a case that the law does not allow is refused, and `why` says so in both languages. */
export type CaseAnswer =
  | { readonly id: string; readonly due: string; readonly provisional: boolean; readonly steps: readonly ShownStep[] }
  | {
      readonly id: string
      readonly refused: true
      readonly why: string
      readonly finding: string
      readonly steps: readonly ShownStep[]
    }

const shown = ({ kind, text, at, basis }: Step): ShownStep => ({
  kind,
  zh: text.zh,
  en: text.en,
  at: at && inBeijing(at),
  basis: basis.map(citationWords),
})

const refusal = (id: string, finding: string, steps: readonly ShownStep[]): CaseAnswer => {
  const { zh, en } = findingText(finding)
  return { id, refused: true, why: `${zh} · ${en}`, finding, steps }
}

function answerTo({ id, rule, start, events }: ReadCase): CaseAnswer {
  const answer = dueAt(rule, start, events, calendar())
  const steps = explainDue(rule, start, events, calendar()).map(shown)
  if ('due' in answer) return { id, due: inBeijing(answer.due), provisional: answer.provisional, steps }
  return refusal(id, answer.refused.rule, steps)
}

function parse(text: string): readonly unknown[] {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new CaseFault(`this is not JSON: ${(error as Error).message}`)
  }
  const file = CaseFile.safeParse(given)
  if (!file.success) throw new CaseFault(`a file of worked cases is { "cases": [ … ] }:\n${z.prettifyError(file.error)}`)
  return file.data.cases
}

const Target = z.object({ id: z.string(), rule: z.enum(managementTargets) })
const targetOf = (given: unknown) => {
  const { data } = Target.safeParse(given)
  return data && { id: data.id }
}

/** Answers every case of a file of worked cases. Throws a CaseFault on the first that cannot be read, so that nothing is answered by half. */
export const answerCases = (text: string): readonly CaseAnswer[] =>
  parse(text)
    .map((given) => targetOf(given) ?? readWorkedCase(given))
    .map((read) => ('rule' in read ? answerTo(read) : refusal(read.id, 'period-is-statutory', [])))
