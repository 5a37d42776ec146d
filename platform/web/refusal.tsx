import type { ReactNode } from 'react'
import type { Problem } from '#platform/shared/problem.ts'
import { OfflineError, ProblemError } from './call.ts'
import { StateShape } from './state-shape.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

export const problemOf = (error: unknown): Problem | null => (error instanceof ProblemError ? error.problem : null)

/** What is wrong with one field, for `Field error={…}`: by the path the contract gives it. */
export const fieldProblem = (error: unknown, path: string): string | undefined =>
  problemOf(error)?.fields?.find((field) => field.path === path)?.message

export interface RefusalProps {
  /** What `useAct` or `useAnswer` threw; nothing is shown for none. */
  readonly problem: unknown
  /** The steps still open and who holds each, where the act knows them. */
  readonly steps?: readonly ReactNode[]
  /** The article that says so. */
  readonly basis?: ReactNode
}

/** Says what cannot be done and why; errors of single fields stand at their fields and are only counted here. */
export function Refusal({ problem, steps, basis }: RefusalProps) {
  const words = useWords(kitWords)
  if (!problem) return null
  const sentence = sentenceOf(problem, words)
  return (
    <div className={problem instanceof OfflineError ? 'notice offline' : 'notice refused'} role="alert">
      <p className="notice-head">
        <StateShape shape={problem instanceof OfflineError ? 'provisional' : 'overdue'} />
        <span>{sentence}</span>
      </p>
      {steps && steps.length > 0 && (
        <ol>
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      {basis && <p className="caption">{basis}</p>}
    </div>
  )
}

function sentenceOf(error: unknown, words: (typeof kitWords)['zh']): string {
  if (error instanceof OfflineError) return words.page.offlineAct
  const problem = problemOf(error)
  if (!problem) return words.page.faultPlain
  if (problem.status >= 500) return problem.requestId ? words.page.faultWhy(problem.requestId) : words.page.faultPlain
  const fields = problem.fields?.length ?? 0
  // why: one wrong field is already said at the field in the same words.
  return fields > 0 ? words.form.toCheck(fields) : problem.detail
}

/** The act is done and stands; what it led to and the way to the next one. */
export const Done = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="notice done" role="status">
    <p className="notice-head">
      <StateShape shape="normal" />
      <span>{title}</span>
    </p>
    {children}
  </div>
)

/** Something to look at before going on; never a refusal. */
export const Attention = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="notice attention">
    <p className="notice-head">
      <StateShape shape="due-soon" />
      <span>{title}</span>
    </p>
    {children}
  </div>
)
