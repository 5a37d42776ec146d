import { Dialog } from './dialog.tsx'
import { useBoundKeys } from './keys.ts'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

const shown: Readonly<Record<string, string>> = { escape: 'Esc', enter: 'Enter', ctrl: 'Ctrl', alt: 'Alt' }
const caps = (key: string) => shown[key] ?? key.toUpperCase()

/** What may be pressed on this page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(kitWords).keys
  // why: the digits of the fields are one line, not eight; a key bound twice is listed as its innermost meaning.
  const bound = new Map(useBoundKeys().map(({ keys, label }) => [keys.replace(/^alt\+\d$/, 'alt+1–8'), label]))
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="keys-list">
        {[...bound].map(([keys, label]) => (
          <div key={keys} className="fact">
            <dt>
              {keys.split(' ').map((step) => (
                <span key={step}>
                  {step.split('+').map((key) => (
                    <kbd key={key}>{caps(key)}</kbd>
                  ))}{' '}
                </span>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="caption">{words.restWhileTyping}</p>
    </Dialog>
  )
}
