import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { DemoMark } from './demo-mark.tsx'
import { Icon } from './icon.tsx'
import { PageLink } from './navigation.tsx'
import { useModal } from './use-modal.ts'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'
import './phone.css'

export interface PhoneFrameProps {
  readonly title: ReactNode
  readonly back?: string
  /** The running time of what is open: 派警 00:42. */
  readonly clock?: ReactNode
  /** Nailed to the thumb's end of the screen: what is due, the one act, the way out. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A page of the officer's phone. No menu: one task, one thumb. */
export function PhoneFrame({ title, back, clock, foot, children }: PhoneFrameProps) {
  const words = useWords(kitWords).phone
  return (
    <div className="phone">
      <header className="phone-bar">
        {back ? (
          <PageLink className="phone-back" to={back}>
            <Icon name="left" size={14} /> {words.back}
          </PageLink>
        ) : (
          <span />
        )}
        <h1>{title}</h1>
        <span className="phone-clock">{clock}</span>
      </header>
      <DemoMark />
      <main className="phone-main" id="content">
        {children}
      </main>
      {foot && <footer className="phone-foot">{foot}</footer>}
    </div>
  )
}

export const PhoneCard = ({ title, children }: { title?: ReactNode; children: ReactNode }) => (
  <section className="phone-card">
    {title && <h2>{title}</h2>}
    {children}
  </section>
)

export interface PhoneButtonProps {
  readonly children: ReactNode
  readonly onClick?: () => void
  /** A `tel:` or map address. */
  readonly href?: string
  readonly kind?: 'primary' | 'plain' | 'link'
  readonly type?: 'button' | 'submit'
  readonly pending?: boolean
  /** 48 px instead of 60: the second row of a card. */
  readonly small?: boolean
}

export function PhoneButton({ children, onClick, href, kind = 'plain', type = 'button', pending, small }: PhoneButtonProps) {
  const className = classes('phone-button', kind, small && 'small')
  if (href) {
    return (
      <a className={className} href={href}>
        {children}
      </a>
    )
  }
  return (
    <button
      type={type}
      className={className}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={() => !pending && onClick?.()}
    >
      {children}
    </button>
  )
}

export interface BottomSheetProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly foot?: ReactNode
  readonly children: ReactNode
}

// why: the next step of a sheet takes the place of the one before, and with it the focus would fall to the page behind.
const focusOnce = (heading: HTMLHeadingElement | null) => heading?.focus()

/** Choices come up from below, under the thumb. Escape, the back gesture or the space above closes it and keeps what was chosen. */
export function BottomSheet({ title, open, onClose, foot, children }: BottomSheetProps) {
  const words = useWords(kitWords).phone
  const sheet = useModal(open, onClose)
  return (
    <dialog ref={sheet} className="sheet" aria-label={title} onClose={onClose}>
      <div className="sheet-inside">
        <button type="button" className="sheet-grip" aria-label={words.close} onClick={onClose} />
        <h2 key={title} tabIndex={-1} ref={focusOnce}>
          {title}
        </h2>
        <div className="sheet-body">{open && children}</div>
        {foot && <div className="sheet-foot">{foot}</div>}
      </div>
    </dialog>
  )
}

export interface PhoneChoicesProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly law?: string }[]
  /** Begins with none: a legal choice is never made beforehand. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

/** One of several, each with its line of law. */
export const PhoneChoices = <Value extends string>({ label, options, value, onChange }: PhoneChoicesProps<Value>) => (
  <fieldset className="choices">
    <legend className="unseen">{label}</legend>
    {options.map((option) => (
      <label key={option.value} className="choice">
        <input type="radio" name={label} checked={option.value === value} onChange={() => onChange(option.value)} />
        <span>
          <span className="choice-label">{option.label}</span>
          {option.law && <span className="choice-law">{option.law}</span>}
        </span>
      </label>
    ))}
  </fieldset>
)
