import { useWords } from '#platform/web/language.ts'
import { Attention, Done } from '#platform/web/refusal.tsx'
import type { ImportCard } from '../../contract.ts'
import { importWords } from './import-words.ts'

/** How far an import came, as bar and figures, and what to do where it stopped. */
export function ImportProgress({ card }: { card: ImportCard }) {
  const words = useWords(importWords)
  const done = card.written + card.known
  if (card.state === 'checked' || card.state === 'withdrawn') return null
  if (card.state === 'done') return <Done title={words.result(card.written, card.known)} />
  const label = words.progress(done, card.rows)
  return (
    <div className="stack">
      <div className="row wrap" role="status">
        <progress className="import-bar" max={card.rows} value={done} aria-label={label} />
        <span>{label}</span>
      </div>
      {card.state === 'running' ? <p className="caption">{words.running}</p> : <Attention title={words.stopped} />}
    </div>
  )
}
