import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useWords } from './language.ts'
import { useModal } from './use-modal.ts'
import { kitWords } from './words/kit-words.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** The person has to answer: no cross, no Escape. */
  readonly mustAnswer?: boolean
  readonly children: ReactNode
}

/** One dialog at a time, over the page; the browser keeps the focus inside. */
export function Dialog({ title, onClose, mustAnswer, children }: DialogProps) {
  const words = useWords(kitWords)
  const box = useModal(true)
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        if (!mustAnswer) onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        {!mustAnswer && (
          <button type="button" className="button icon-only push-right" aria-label={words.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
