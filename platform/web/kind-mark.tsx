import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

export const irregularityKinds = ['time', 'procedure', 'recording', 'property', 'shirking', 'callback'] as const
export type IrregularityKind = (typeof irregularityKinds)[number]
export type Gravity = 'reminder' | 'warning' | 'serious'

const silhouettes: Record<IrregularityKind, string> = {
  time: 'M2 2h16v16H2Z',
  procedure: 'M2 2h11l5 5v11H2Z',
  recording: 'M1 2h13v5l5-3v12l-5-3v5H1Z',
  property: 'M6 2h9l4.5 8L15 18H6L1.5 10Z',
  shirking: 'M1 2h13l6 8-6 8H1Z',
  callback: 'M1 2h18v13H9l-4 4v-4H1Z',
}

/** An irregularity: the kind is colour, silhouette and letter; the gravity is dashed, tinted or solid. */
export function KindMark({ kind, gravity }: { kind: IrregularityKind; gravity: Gravity }) {
  const words = useWords(kitWords)
  const { letter, name } = words.kinds[kind]
  const solid = gravity === 'serious'
  return (
    <span className={`kind-mark kind-${kind}`} role="img" aria-label={`${name}，${words.gravities[gravity]}`}>
      <svg width="21" height="20" viewBox="0 0 21 20" aria-hidden="true">
        <path
          className="outline"
          d={silhouettes[kind]}
          fill={gravity === 'reminder' ? 'none' : 'currentColor'}
          fillOpacity={solid ? 1 : 0.12}
          strokeDasharray={gravity === 'reminder' ? '2.5 1.5' : undefined}
        />
        <text x={kind === 'shirking' ? 8.5 : kind === 'recording' ? 7.5 : 10} y="14.5" fill={solid ? 'var(--surface)' : 'currentColor'}>
          {letter}
        </text>
      </svg>
    </span>
  )
}
