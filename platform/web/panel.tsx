import { useId } from 'react'
import type { ReactNode } from 'react'

export interface PanelProps {
  readonly title?: ReactNode
  readonly count?: number
  /** At the right of the heading: a link, a switch. */
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  /** Lists and tables go to the edge. */
  readonly flush?: boolean
  readonly children: ReactNode
}

export function Panel({ title, count, aside, foot, flush, children }: PanelProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="panel-head">
          <h2 id={id}>
            {title}
            {count !== undefined && <span className="muted"> {count}</span>}
          </h2>
          {aside && <div className="push-right row">{aside}</div>}
        </div>
      )}
      <div className={flush ? undefined : 'panel-body'}>{children}</div>
      {foot && <div className="panel-foot">{foot}</div>}
    </section>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Facts as label and value; what is absent is left out, not dashed. */
export const Facts = ({ facts }: { facts: readonly (Fact | null | false | undefined)[] }) => (
  <dl className="facts">
    {facts.map((fact) =>
      fact ? (
        <div key={fact.label} className="fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)
