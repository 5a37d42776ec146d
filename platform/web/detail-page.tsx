import { useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { ClockLine } from './clock-line.tsx'
import type { ClockAnswer } from './clock-line.tsx'
import { numberParts } from './format.ts'
import { Icon } from './icon.tsx'
import { PageLink, useChangeSearch, useSearch } from './navigation.tsx'
import { StageLine } from './stage-line.tsx'
import type { StageStep } from './stage-line.tsx'
import { StageStay } from './stage-stay.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

/** A case or incident number as staff see it; a click copies all of it. `short` leaves the unit out, where room is scarce. */
export function RecordNumber({ number, short }: { number: string; short?: boolean }) {
  const words = useWords(kitWords).case
  const [copied, setCopied] = useState(false)
  const { unit, serial } = numberParts(number)
  const copy = () => void navigator.clipboard?.writeText(number).then(() => setCopied(true))
  return (
    <span className="record-number">
      {!short && <span className="number-unit">{unit}</span>}
      <span className="number-serial">{serial}</span>
      <button type="button" className="button icon-only small" aria-label={words.copyNumber} onClick={copy}>
        <Icon name="copy" size={14} />
      </button>
      <span role="status" className="caption">
        {copied ? words.copied : ''}
      </span>
    </span>
  )
}

export interface CaseHeaderProps {
  readonly back: { readonly to: string; readonly label: string }
  readonly number: string
  /** Small grey labels beside the number: kind, sensitivity. */
  readonly labels?: readonly string[]
  /** Unit and holders. */
  readonly holder?: ReactNode
  readonly title: string
  /** Marks of irregularity, beside the title. */
  readonly marks?: ReactNode
  /** An `ActBar`. */
  readonly acts?: ReactNode
  readonly stages?: readonly StageStep[]
  /** The statutory limit; a sentence where the law sets none. */
  readonly clock?:
    | { readonly label?: string; readonly answer: ClockAnswer; readonly basis?: ReactNode }
    | { readonly none: ReactNode }
    | { readonly shown: ReactNode }
  readonly stay?: { readonly spentDays: number; readonly allowedDays: number; readonly holder?: string }
}

/** Number, stages, holder, clocks and what one may do: what every page of one record begins with. */
export function CaseHeader(props: CaseHeaderProps) {
  const { back, number, labels = [], holder, title, marks, acts, stages, clock, stay } = props
  const hasLine = stages || clock || stay
  return (
    <header className="case-header">
      <div className="case-header-path row wrap">
        <PageLink to={back.to}>{back.label}</PageLink>
        <span className="muted" aria-hidden="true">
          /
        </span>
        <RecordNumber number={number} />
        {labels.map((label) => (
          <span key={label} className="plain-label">
            {label}
          </span>
        ))}
        {holder && <span className="caption">{holder}</span>}
      </div>
      <div className="case-header-title row wrap">
        <h1>{title}</h1>
        {marks}
        {acts && <div className="push-right">{acts}</div>}
      </div>
      {hasLine && (
        <div className="case-header-line">
          {stages && <StageLine steps={stages} />}
          {clock && <Clock clock={clock} />}
          {stay && <Stay stay={stay} />}
        </div>
      )}
    </header>
  )
}

function Clock({ clock }: { clock: NonNullable<CaseHeaderProps['clock']> }) {
  const words = useWords(kitWords).case
  if ('none' in clock) {
    return (
      <div className="case-header-clock">
        <p className="caption">{words.statutory}</p>
        <p className="caption">{clock.none}</p>
      </div>
    )
  }
  if ('shown' in clock) {
    return (
      <div className="case-header-clock">
        <p className="caption">{words.statutory}</p>
        <div>{clock.shown}</div>
      </div>
    )
  }
  return (
    <div className="case-header-clock">
      <p className="caption">{clock.label ?? words.statutory}</p>
      <ClockLine clock={clock.answer} />
      {clock.basis && <p className="caption">{clock.basis}</p>}
    </div>
  )
}

function Stay({ stay }: { stay: NonNullable<CaseHeaderProps['stay']> }) {
  const words = useWords(kitWords).case
  return (
    <div className="case-header-clock">
      <p className="caption">
        {words.stage}
        {stay.holder && `・${stay.holder}`}
      </p>
      <StageStay spentDays={stay.spentDays} allowedDays={stay.allowedDays} />
    </div>
  )
}

export interface DetailTab {
  readonly id: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

/** The page of one record: header, tabs, and what the tab holds. The tab is in the address. */
export function DetailPage({ header, tabs }: { header: ReactNode; tabs: readonly DetailTab[] }) {
  const words = useWords(kitWords).case
  const search = useSearch()
  const change = useChangeSearch()
  const current = tabs.find(({ id }) => id === search['tab']) ?? tabs[0]
  return (
    <div className="detail-page">
      {header}
      {tabs.length > 1 && (
        <nav className="tabs detail-tabs" aria-label={words.sections}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              className={classes('tab')}
              aria-current={tab === current ? 'page' : undefined}
              onClick={() => change({ tab: tab === tabs[0] ? '' : tab.id }, { replace: true })}
            >
              {tab.label}
              {tab.count !== undefined && ` ${tab.count}`}
            </button>
          ))}
        </nav>
      )}
      <div className="detail-body">{current?.content}</div>
    </div>
  )
}

/** The wide column (time line) and the narrow one (facts) of a page. */
export const TwoColumns = ({ main, side }: { main: ReactNode; side: ReactNode }) => (
  <div className="two-columns">
    <div className="stack">{main}</div>
    <div className="stack">{side}</div>
  </div>
)
