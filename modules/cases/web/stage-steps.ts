import type { StageStep } from '#platform/web/stage-line.tsx'
import type { CaseDetail } from '../contract.ts'
import type { CaseKind, Stage } from '../domain/stage.ts'
import { isClosed } from '../domain/stage.ts'

const ways: Record<CaseKind, readonly Stage[]> = {
  administrative: ['filed', 'decided'],
  criminal: ['accepted', 'filed', 'transferred'],
}

/** The way this case takes; one that was refused ends there. */
const wayOf = (kind: CaseKind, stage: Stage): readonly Stage[] => (stage === 'not-filed' ? ['accepted', 'not-filed'] : ways[kind])

interface StageWords {
  readonly label: (stage: Stage) => string
  readonly time: (at: string) => string
  readonly notReached: string
}

/** What is done with its day, where it stands, what is ahead. A case at its end has nothing that is still due. */
export function stageSteps(
  { kind, stage, history }: Pick<CaseDetail, 'kind' | 'stage' | 'history'>,
  words: StageWords,
): readonly StageStep[] {
  const way = wayOf(kind, stage)
  const reached = way.indexOf(stage)
  return way.map((each, index) => {
    const move = history.findLast(({ to }) => to === each)
    if (index > reached || !move) return { id: each, label: words.label(each), standing: 'ahead', detail: words.notReached }
    const standing = index === reached && !isClosed(stage) ? 'current' : 'done'
    return { id: each, label: words.label(each), standing, detail: words.time(move.occurredAt) }
  })
}
