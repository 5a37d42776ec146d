import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface BarAct {
  readonly id: string
  /** A verb of the act. */
  readonly label: string
  readonly run: () => void
  readonly keyShown?: string
  /** Allowed, but not possible yet: what is missing. An act that is not allowed is left out. */
  readonly missing?: string
  readonly pending?: boolean
}

export interface ActBarProps {
  readonly primary?: BarAct | undefined
  readonly others?: readonly BarAct[]
  /** Comes last and names its object: 释放 闫守田. */
  readonly danger?: BarAct | undefined
  readonly children?: ReactNode
}

/** One primary act, others plain, danger last; on a page header the primary one stands at the right edge. */
export const ActBar = ({ primary, others = [], danger, children }: ActBarProps) => (
  <div className="act-bar">
    {children}
    {danger && <ActButton act={danger} kind="danger" />}
    {others.map((act) => (
      <ActButton key={act.id} act={act} kind="plain" />
    ))}
    {primary && <ActButton act={primary} kind="primary" />}
  </div>
)

const ActButton = ({ act, kind }: { act: BarAct; kind: 'primary' | 'plain' | 'danger' }) => (
  <Button
    kind={kind}
    onClick={act.run}
    disabledBecause={act.missing}
    {...(act.keyShown && { keyShown: act.keyShown })}
    pending={act.pending ?? false}
  >
    {act.label}
  </Button>
)
