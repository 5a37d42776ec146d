import './second-factor.css'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Facts } from '#platform/web/panel.tsx'
import { Attention } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { staffWords } from './screen-words.ts'

export interface HandedCodeProps {
  readonly policeNumber: string
  readonly handed: { readonly code: string; readonly expiresAt: string; readonly joinAddress: string }
  readonly onDone: () => void
}

/** A code, shown once, to be handed over. */
export function HandedCode({ policeNumber, handed, onDone }: HandedCodeProps) {
  const words = useWords(staffWords).handed
  const format = useFormat()
  return (
    <div className="stack">
      <p className="strong">{words.title(policeNumber)}</p>
      <Facts
        facts={[
          { label: words.code, value: <span className="secret-letters">{handed.code}</span> },
          { label: words.where, value: handed.joinAddress },
          { label: words.until, value: format.shortTime(handed.expiresAt) },
        ]}
      />
      <Attention title={words.once} />
      <div className="row">
        <Button kind="primary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  )
}
