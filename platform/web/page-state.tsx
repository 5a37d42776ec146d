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
  const words = useWords(kitWords)
  const problem = problemOf(error)
  const again = retry && <Button onClick={retry}>{words.page.retry}</Button>
  const home = (
    <PageLink className="button" to="/staff/">
      {words.page.toHome}
    </PageLink>
  )
  const told = { ...(wholePage && { wholePage }) }
  if (error instanceof OfflineError) return <Told {...told} title={words.page.offlineTitle} why={words.page.offlineWhy} wayOn={again} />
  if (problem?.status === 403)
    return <Told {...told} title={words.page.refusedTitle} why={problem.detail || words.page.refusedWhy} wayOn={home} />
  if (problem?.status === 404) return <Told {...told} title={words.page.notFoundTitle} why={words.page.notFoundWhy} wayOn={home} />
  if (problem && problem.status < 500) return <Told {...told} title={problem.detail} wayOn={home} />
  const why = problem?.requestId ? words.page.faultWhy(problem.requestId) : words.page.faultPlain
  return <Told {...told} title={words.page.faultTitle} why={why} wayOn={again} />
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
