import { useId } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { classes } from './classes.ts'

export interface ButtonProps {
  /** A verb of the act: 派警, Sign for. */
  readonly children: ReactNode
  readonly onClick?: (event: MouseEvent) => void
  readonly kind?: 'primary' | 'plain' | 'danger' | 'link'
  readonly size?: 'small' | 'normal'
  readonly type?: 'button' | 'submit'
  /** The key that does the same, shown inside. Bind it with `useKeys`. */
  readonly keyShown?: string
  /** Not possible yet, and why: a disabled button never goes without its reason. */
  readonly disabledBecause?: string | undefined
  /** The reason is already shown elsewhere on the page; it is then read aloud only. */
  readonly reasonShownElsewhere?: boolean
  readonly pending?: boolean
  readonly label?: string
}

/** A button; `primary` once per page. */
export function Button(props: ButtonProps) {
  const { children, kind = 'plain', size, type = 'button', keyShown, disabledBecause, pending, label } = props
  const reasonId = useId()
  const stopped = Boolean(disabledBecause) || Boolean(pending)
  return (
    <>
      <button
        type={type}
        className={classes('button', kind !== 'plain' && kind, size === 'small' && 'small')}
        aria-disabled={stopped || undefined}
        aria-busy={pending || undefined}
        aria-label={label}
        aria-describedby={disabledBecause ? reasonId : undefined}
        onClick={(event) => {
          if (stopped) event.preventDefault()
          else props.onClick?.(event)
        }}
      >
        {children}
        {keyShown && <kbd aria-hidden="true">{keyShown}</kbd>}
      </button>
      {disabledBecause && (
        <span id={reasonId} className={props.reasonShownElsewhere ? 'unseen' : 'because'}>
          {disabledBecause}
        </span>
      )}
    </>
  )
}
