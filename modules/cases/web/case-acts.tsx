import { useState } from 'react'
import type { ReactNode } from 'react'
import { ActBar } from '#platform/web/act-bar.tsx'
import type { BarAct } from '#platform/web/act-bar.tsx'
import { useKeys } from '#platform/web/keys.ts'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Done } from '#platform/web/refusal.tsx'
import type { CaseDetail } from '../contract.ts'
import { MoveDialog, isMove } from './case-act-dialog.tsx'
import { ServeNoticeDialog } from './serve-notice-dialog.tsx'
import { caseWords } from './screen-words.ts'

export interface ShownActs {
  readonly bar: ReactNode
  /** What an act led to, and the dialog that asks. */
  readonly below: ReactNode
}

/** What I may do with this case now; the first act is the one that is due. */
export function useCaseActs(record: CaseDetail): ShownActs {
  const words = useWords(caseWords)
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const moves = record.can.acts.filter(isMove)
  const end = (sentence: string) => () => {
    setOpen(null)
    setDone(sentence)
  }
  const serve: BarAct[] = record.can.serveNotice ? [{ id: 'serve', label: words.actForm.serveNotice, run: () => setOpen('serve') }] : []
  const offered: BarAct[] = [...moves.map(({ act }) => ({ id: act, label: words.acts[act], run: () => setOpen(act) })), ...serve]
  const [primary, ...others] = offered
  useKeys(primary && !open ? [{ keys: 'a', label: primary.label, run: primary.run }] : [])
  const move = moves.find(({ act }) => act === open)
  const close = () => setOpen(null)
  return {
    bar: primary && <ActBar primary={{ ...primary, keyShown: 'A' }} others={others} />,
    below: (
      <>
        {done && (
          <Done title={done}>
            <PageLink to="/staff/">{words.actForm.next}</PageLink>
          </Done>
        )}
        {move && <MoveDialog record={record} offered={move} onClose={close} onDone={end(words.actForm.done(words.acts[move.act]))} />}
        {open === 'serve' && <ServeNoticeDialog record={record} onClose={close} onDone={end(words.actForm.served)} />}
      </>
    ),
  }
}
