import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { PageLink } from './navigation.tsx'
import { useWords } from './language.ts'
import type { ListAddress } from './use-list.ts'
import { kitWords } from './words/kit-words.ts'

export interface ListDrawerProps {
  /** Of the list; said where the drawer takes the whole screen. */
  readonly listTitle: string
  readonly title: ReactNode
  readonly foot?: ReactNode
  readonly rows: readonly string[]
  readonly address: ListAddress
  readonly fullPage?: string
  readonly children: ReactNode
}

/** What one row holds, beside the list: it pushes the table and hides no row. */
export function ListDrawer({ listTitle, title, foot, rows, address, fullPage, children }: ListDrawerProps) {
  const words = useWords(kitWords).drawer
  const heading = useRef<HTMLHeadingElement>(null)
  const at = rows.indexOf(address.openId ?? '')
  const step = (by: number) => rows[at + by]
  // why: opening by keyboard takes the reader along; moving through rows with J and K must not steal the focus each time.
  useEffect(() => heading.current?.focus(), [])
  const close = () => {
    const row = address.openId
    address.open('')
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"] .list-open`)?.focus()
  }
  return (
    <aside className="drawer" aria-labelledby="drawer-title">
      <h1 className="drawer-list-title">{listTitle}</h1>
      <div className="drawer-head">
        <h2 id="drawer-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <div className="row push-right">
          <IconButton label={words.previous} icon="up" to={step(-1)} onClick={address.open} />
          <IconButton label={words.next} icon="down" to={step(1)} onClick={address.open} />
          <button type="button" className="button icon-only" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      </div>
      <div className="drawer-body">{children}</div>
      {(foot || fullPage) && (
        <div className="drawer-foot">
          {foot}
          {fullPage && (
            <PageLink className="button link" to={fullPage}>
              {words.openFull} <kbd aria-hidden="true">O</kbd>
            </PageLink>
          )}
        </div>
      )}
    </aside>
  )
}

const IconButton = ({
  label,
  icon,
  to,
  onClick,
}: {
  label: string
  icon: 'up' | 'down'
  to: string | undefined
  onClick: (id: string) => void
}) => (
  <button
    type="button"
    className="button icon-only"
    aria-label={label}
    aria-disabled={to ? undefined : true}
    onClick={() => to && onClick(to)}
  >
    <Icon name={icon} />
  </button>
)
