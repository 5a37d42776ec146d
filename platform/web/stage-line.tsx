import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export interface StageStep {
  readonly id: string
  readonly label: string
  readonly standing: 'done' | 'current' | 'ahead'
  /** When, or how long. */
  readonly detail?: ReactNode
}

/** Where a record stands: what is done has its line, what is now is bold, what is ahead is grey. */
export const StageLine = ({ steps }: { steps: readonly StageStep[] }) => (
  <ol className="stage-line">
    {steps.map((step) => (
      <li key={step.id} className={classes('stage', `is-${step.standing}`)} aria-current={step.standing === 'current' ? 'step' : undefined}>
        <span className="stage-label">{step.label}</span>
        {step.detail && <span className="stage-detail">{step.detail}</span>}
      </li>
    ))}
  </ol>
)
