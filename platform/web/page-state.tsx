import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { OfflineError } from './call.ts'
import { PageLink } from './navigation.tsx'
import { problemOf } from './refusal.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'
import { clockSeconds } from './format.ts'

/** What `useAnswer` returns, as far as this needs it. */
export interface Asked<Answer> {
  readonly data: Answer | undefined
  readonly error: unknown
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

export interface PageStateProps<Answer> {
  readonly answer: Asked<Answer>
  /** Grey rows of the true layout; a plain list of rows if not given. */
  readonly skeleton?: ReactNode
  /** This is all of the page: what is said instead of it is then the page's heading. */
  readonly wholePage?: boolean
  readonly children: (answer: NonNullable<Answer>) => ReactNode
}

/** A part of a page that waits for the server: loading, refused, not found, offline, failed, or there. */
export function PageState<Answer>({ answer, skeleton, wholePage, children }: PageStateProps<Answer>) {
  if (answer.data !== undefined && answer.data !== null) {
    return (
      <>
        {answer.error instanceof OfflineError && <OfflineStrip answer={answer} />}
        {children(answer.data)}
      </>
    )
  }
  if (answer.error) return <Unanswered error={answer.error} retry={() => void answer.refetch()} {...(wholePage && { wholePage })} />
  return skeleton ?? <SkeletonRows />
}

function OfflineStrip({ answer }: { answer: Asked<unknown> }) {
  const words = useWords(kitWords)
  return (
    <div className="notice offline row" role="status">
      <span>{words.page.offlineStrip(clockSeconds(new Date(answer.dataUpdatedAt)))}</span>
      <Button kind="link" size="small" onClick={() => void answer.refetch()}>
        {words.page.retry}
      </Button>
    </div>
  )
}

/** No answer came, or one that says no. */
export function Unanswered({ error, retry, wholePage }: { error: unknown; retry?: () => void; wholePage?: boolean }) {
  const words = useWords(kitWords).page
  const { title, why, mayRetry } = sayUnanswered(error, words)
  const wayOn = mayRetry ? (
    retry && <Button onClick={retry}>{words.retry}</Button>
  ) : (
    <PageLink className="button" to="/staff/">
      {words.toHome}
    </PageLink>
  )
  return <Told title={title} why={why} wayOn={wayOn} {...(wholePage && { wholePage })} />
}

type PageWords = (typeof kitWords)['zh']['page']

function sayUnanswered(error: unknown, words: PageWords): { title: string; why?: string; mayRetry: boolean } {
  if (error instanceof OfflineError) return { title: words.offlineTitle, why: words.offlineWhy, mayRetry: true }
  const problem = problemOf(error)
  if (!problem || problem.status >= 500) {
    return { title: words.faultTitle, why: problem?.requestId ? words.faultWhy(problem.requestId) : words.faultPlain, mayRetry: true }
  }
  if (problem.status === 403) return { title: words.refusedTitle, why: problem.detail || words.refusedWhy, mayRetry: false }
  if (problem.status === 404) return { title: words.notFoundTitle, why: words.notFoundWhy, mayRetry: false }
  return { title: problem.detail, mayRetry: false }
}

/** What is the case, why, and one way on. Also the form of every empty list. */
export const Told = ({ title, why, wayOn, wholePage }: { title: ReactNode; why?: ReactNode; wayOn?: ReactNode; wholePage?: boolean }) => (
  <div className="page-state" role="status">
    {wholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
    {why && <p>{why}</p>}
    {wayOn}
  </div>
)

const widths = [40, 130, 90, 60]

/** Grey rows where rows will be. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  const words = useWords(kitWords)
  return (
    <div className="skeleton" role="status" aria-label={words.page.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          {widths.map((width, column) => (
            <i key={width} style={{ width: width - ((row + column) % 3) * 8 }} />
          ))}
        </div>
      ))}
    </div>
  )
}
