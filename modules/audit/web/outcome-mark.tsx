import { useWords } from '#platform/web/language.ts'
import type { TrailEntry } from '../contract.ts'
import { auditWords } from './words.ts'

/** A refusal stands out by weight and word; what was done or read is ordinary. */
export function OutcomeMark({ entry }: { entry: Pick<TrailEntry, 'outcomeKind'> }) {
  const words = useWords(auditWords)
  const said = words.outcomes[entry.outcomeKind]
  if (entry.outcomeKind === 'refused') return <span className="strong tone-urgent">✕ {said}</span>
  return <span className={entry.outcomeKind === 'read' ? 'muted' : undefined}>{said}</span>
}
